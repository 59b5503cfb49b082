namespace Yingpan.Platform.Data;

/// <summary>Rows that are a part of the record they refer to, and go with it: taking back an import that made the record takes them back too.</summary>
public interface IPartOfRecord;
