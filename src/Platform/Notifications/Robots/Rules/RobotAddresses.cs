namespace Yingpan.Platform.Notifications.Robots.Rules;

/// <summary>
/// Where a robot may be: only at the houses that have robots. Otherwise whoever sets one up could make this server call any address of the
/// network it stands in.
/// </summary>
public static class RobotAddresses
{
    private static readonly Dictionary<RobotKind, string[]> Hosts = new()
    {
        [RobotKind.WeCom] = ["qyapi.weixin.qq.com"],
        [RobotKind.DingTalk] = ["oapi.dingtalk.com", "api.dingtalk.com"],
        [RobotKind.Feishu] = ["open.feishu.cn", "open.larksuite.com"],
    };

    /// <param name="alsoAllowed">Origins the configuration allows: <c>https://robots.example.com</c>.</param>
    public static bool IsAllowed(RobotKind kind, string address, IReadOnlyCollection<string> alsoAllowed)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
        {
            return false;
        }

        return alsoAllowed.Contains(uri.GetLeftPart(UriPartial.Authority), StringComparer.OrdinalIgnoreCase)
            || (uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && Hosts[kind].Contains(uri.IdnHost, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>What a person knows it again by, and what nobody can use.</summary>
    public static string Hint(string address)
    {
        var uri = new Uri(address);
        var host = uri.Authority.Length > 100 ? uri.Authority[..100] : uri.Authority;
        return address.Length > 40 ? $"{host}/…{address[^4..]}" : host;
    }
}
