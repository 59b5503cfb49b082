using Yingpan.Platform.Access;

namespace Yingpan.Collaboration.Public;

/// <summary>Taking part needs no permission: who is addressed may read, confirm, answer. These are for what goes beyond it.</summary>
public static class CollaborationPermissions
{
    /// <summary>Notices to those one reaches.</summary>
    public static readonly Permission WriteNotices = new("collaboration.notices-write");

    /// <summary>Every published notice, and who has read it.</summary>
    public static readonly Permission ReadAllNotices = new("collaboration.notices-read-all", Scoped: false);

    /// <summary>What people of the house have reported to their superiors, also where one was not addressed.</summary>
    public static readonly Permission ReadAllConcerns = new("collaboration.concerns-read-all", Scoped: false);

    /// <summary>Tasks of the people one reaches; one's own, given and shared ones need no permission.</summary>
    public static readonly Permission ReadTasks = new("collaboration.tasks-read");

    /// <summary>Tasks to the people one reaches, and what follows from having given one.</summary>
    public static readonly Permission GiveTasks = new("collaboration.tasks-give");

    public static readonly Permission ImportTasks = new("collaboration.tasks-import", Scoped: false);

    /// <summary>When people are reminded, and what is passed further up.</summary>
    public static readonly Permission EditPolicies = new("collaboration.policies-edit", Scoped: false);

    /// <summary>Issues of units one reaches; those of one's own unit need no permission.</summary>
    public static readonly Permission ReadIssues = new("collaboration.issues-read");

    /// <summary>Meetings chaired by people one reaches, and the attendance of those people.</summary>
    public static readonly Permission ReadMeetings = new("collaboration.meetings-read");

    public static readonly Permission HoldMeetings = new("collaboration.meetings-hold", Scoped: false);

    public static readonly Permission HandleFeedback = new("collaboration.feedback-handle", Scoped: false);

    public static IReadOnlyList<Permission> All =>
        [WriteNotices, ReadAllNotices, ReadAllConcerns, ReadTasks, GiveTasks, ImportTasks, EditPolicies, ReadIssues, ReadMeetings, HoldMeetings, HandleFeedback];
}
