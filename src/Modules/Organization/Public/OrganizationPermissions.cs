using Yingpan.Platform.Access;

namespace Yingpan.Organization.Public;

public static class OrganizationPermissions
{
    public static readonly Permission ReadUnits = new("organization.units-read", Scoped: false);
    public static readonly Permission EditUnits = new("organization.units-edit", Scoped: false);
    /// <summary>Plan re-organisations, see what would come of them, and apply them.</summary>
    public static readonly Permission Reorganize = new("organization.reorganize", Scoped: false);
    public static readonly Permission ReadPeople = new("organization.people-read");
    public static readonly Permission EditPeople = new("organization.people-edit");
    public static readonly Permission EditCompany = new("organization.company-edit", Scoped: false);
    /// <summary>Identity number, base salary, home address.</summary>
    public static readonly Permission PrivateData = new("organization.people-private");

    /// <summary>Fields of the house's own that are sensitive.</summary>
    public static readonly Permission SensitiveFields = new("organization.people-sensitive", Scoped: false);
    public static readonly Permission EditDocuments = new("organization.documents-edit", Scoped: false);
    public static readonly Permission ReviewDocuments = new("organization.documents-review", Scoped: false);
    /// <summary>Passing on what somebody owns who leaves; of him, and to those one may do it for.</summary>
    public static readonly Permission HandOver = new("organization.hand-over");
    public static readonly Permission ReadAttendance = new("organization.attendance-read");
    /// <summary>Enter leave, import clockings, decide on corrections; never one's own.</summary>
    public static readonly Permission EditAttendance = new("organization.attendance-edit");
    public static readonly Permission CloseAttendance = new("organization.attendance-close", Scoped: false);
    public static readonly Permission EditCalendar = new("organization.calendar-edit", Scoped: false);

    public static IReadOnlyList<Permission> All => [ReadUnits, EditUnits, Reorganize, ReadPeople, EditPeople, HandOver, EditCompany, EditCalendar, PrivateData, SensitiveFields, EditDocuments, ReviewDocuments,
        ReadAttendance, EditAttendance, CloseAttendance];
}
