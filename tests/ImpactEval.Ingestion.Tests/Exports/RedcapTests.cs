using ImpactEval.Ingestion.Exports;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Exports;

[TestClass]
public sealed class RedcapTests
{
    [TestMethod]
    public void Events_repeats_and_interviews_of_a_raw_export_are_read()
    {
        var lines = new List<string> { "study_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,sexe,note_test,themes___1,themes___2,test_complete,entretien_texte,entretien_complete" };
        foreach (var n in Enumerable.Range(1, 4))
        {
            lines.Add($"{n},avant_formation_arm_1,,,1,{40 + n}.5,1,0,2,,");
            if (n != 3)
                lines.Add($"{n},apres_formation_arm_1,,,,{60 + n}.5,0,0,2,,");
            lines.Add($"{n},suivi_6_mois_arm_1,,,,{55 + n}.5,0,0,2,,");
            lines.Add($"{n},suivi_6_mois_arm_1,entretien,1,,,,,,\"J'ai formé mon équipe à la gestion des déchets.\",2");
        }

        var read = ExportSample.Csv(lines);

        Assert.AreEqual("redcap-csv-raw", read.Format);
        Assert.AreEqual("study_id", read.Key);
        Assert.AreEqual(15, read.Records);
        Assert.AreEqual(4, read.Interviews);
        Assert.AreEqual(4, read.Waves[WaveKind.FollowUp]);
        CollectionAssert.AreEqual(new[] { "3" }, read.The(DefectKind.MissingPost).Ids.ToArray());
        Assert.AreEqual("missing_post", ExportSample.Kinds(read));
    }

    [TestMethod]
    public void A_label_export_repeats_a_heading_for_every_instrument()
    {
        string[] lines =
        [
            "Record ID,Event Name,Repeat Instrument,Repeat Instance,Complete?,Điểm kiểm tra / Test score (0-100),Chủ đề (choice=Rác thải),Complete?",
            "1,Pre-training (Arm 1: Leaders),,,Complete,45.5,Checked,Complete",
            "1,Post-training (Arm 1: Leaders),,,,65.5,Unchecked,Unverified",
            "2,Pre-training (Arm 1: Leaders),,,Complete,46.5,Checked,Complete",
            "2,Post-training (Arm 1: Leaders),,,,66.5,Unchecked,Complete",
        ];

        var read = ExportSample.Csv(lines);

        Assert.AreEqual("redcap-csv-labels", read.Format);
        CollectionAssert.AreEqual(new[] { "Complete?" }, read.The(DefectKind.DuplicateHeader).Columns.ToArray());
        Assert.HasCount(2, read.Pairs!);
    }

    [TestMethod]
    public void A_project_without_events_is_known_by_how_complete_its_instruments_are()
    {
        var read = ExportSample.Csv(["patient,weight,visit_complete", "1,11.5,2", "2,180.5,0"]);

        Assert.AreEqual("redcap-csv-raw", read.Format);
        Assert.AreEqual(2, read.Participants);
        Assert.AreEqual("", ExportSample.Kinds(read));
    }
}
