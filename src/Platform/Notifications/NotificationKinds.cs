using Yingpan.Platform.Texts;

namespace Yingpan.Platform.Notifications;

/// <summary>
/// Which kinds of notification there are: whatever has a sentence <c>notification.{kind}</c>. What a kind is called for those who choose
/// stands at <c>notification-kind.{kind}</c>; so a module that tells something new writes two texts and nothing else.
/// </summary>
internal sealed class NotificationKinds(TextBook texts)
{
    private const string Sentence = "notification.";

    public IReadOnlyList<string> All { get; } = [.. texts.Codes.Where(code => code.StartsWith(Sentence, StringComparison.Ordinal)).Select(code => code[Sentence.Length..]).Order(StringComparer.Ordinal)];

    public string Name(string kind, string language) => texts.Say($"notification-kind.{kind}", language);
}
