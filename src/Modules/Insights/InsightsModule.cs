using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Insights.Board;
using Yingpan.Platform.Access;
using Yingpan.Platform.Http;
using Yingpan.Platform.Modules;

namespace Yingpan.Insights;

public sealed class InsightsModule : IModule
{
    /// <summary>To see the board at all; whose figures are on it is decided by the permissions to read orders and goals.</summary>
    public static readonly Permission ReadBoard = new("insights.board-read", Scoped: false);

    public string Name => "insights";

    public IReadOnlyList<Permission> Permissions => [ReadBoard];

    public void Services(IServiceCollection services) => services.AddScoped<BoardFacts>();

    public void Routes(IEndpointRouteBuilder api)
    {
        api.MapGet("/board", Board.ReadBoard.Handle).Require(ReadBoard);
        api.MapGet("/board/months", ReadBoardMonths.Handle).Require(ReadBoard);
    }
}
