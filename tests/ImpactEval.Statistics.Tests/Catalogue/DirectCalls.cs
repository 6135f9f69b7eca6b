using System.Reflection;
using System.Reflection.Emit;

namespace ImpactEval.Statistics.Tests.Catalogue;

/// <summary>Which methods the bodies of some types call or point to, read from their instructions.</summary>
/// <remarks>ECMA-335 (2012), Common language infrastructure, partition III, 1.2.1 and 1.9: one or two bytes of instruction, then its operand.</remarks>
static class DirectCalls
{
    static readonly Dictionary<short, OpCode> Instructions = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Methods by module and token, so that a generic one is found whatever its arguments.</summary>
    public static HashSet<(Module Module, int Token)> Of(IEnumerable<Type> types) =>
        [.. types.SelectMany(Bodies).SelectMany(Called).Select(method => (method.Module, method.MetadataToken))];

    static IEnumerable<MethodBase> Bodies(Type type)
    {
        const BindingFlags own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        return type.GetMethods(own).Cast<MethodBase>().Concat(type.GetConstructors(own));
    }

    static IEnumerable<MethodBase> Called(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } body)
            yield break;
        for (var at = 0; at < body.Length;)
        {
            var code = Instructions[body[at] == 0xFE ? (short)(0xFE00 | body[at + 1]) : body[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineTok && Resolved(method, BitConverter.ToInt32(body, at)) is MethodBase called)
                yield return called;
            at += code.OperandType == OperandType.InlineSwitch ? 4 + 4 * BitConverter.ToInt32(body, at) : Length(code.OperandType);
        }
    }

    static MemberInfo? Resolved(MethodBase within, int token) => within.Module.ResolveMember(
        token, within.DeclaringType?.GetGenericArguments(), within.IsGenericMethod ? within.GetGenericArguments() : null);

    static int Length(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
