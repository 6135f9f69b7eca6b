namespace ImpactEval.Studies;

public enum WaveKind { Needs, Pre, RetrospectivePre, Post, FollowUp }

/// <summary>A moment of measurement. <paramref name="Month"/> counts from the end of the course; negative before it.</summary>
public sealed record Wave(string Code, WaveKind Kind, int Order, double? Month, LocalText Title);
