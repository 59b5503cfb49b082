using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Yingpan.Approvals.Public;
using Yingpan.Kernel;

namespace Yingpan.Tests.Api.Approvals;

/// <summary>A module that hands subjects in, as any module would: a kind with every fact, and an ear for the outcome.</summary>
internal sealed class Probe : IApprovalOutcome
{
    public const string Code = "probe.discount";

    /// <summary>Whose outcome the module refuses: the order can't be confirmed any more.</summary>
    public const string Stubborn = "stubborn";

    private readonly ConcurrentQueue<ApprovalOutcome> heard = [];

    public string Kind => Code;

    public IReadOnlyList<string> Heard => [.. heard.Select(one => $"{one.Subject} {one.Result}")];

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(new ApprovalKind(Code) { HasAmount = true, HasDiscount = true, HasGrade = true });
        services.AddSingleton<Probe>();
        services.AddSingleton<IApprovalOutcome>(provider => provider.GetRequiredService<Probe>());
    }

    Task IApprovalOutcome.Heard(ApprovalOutcome outcome, CancellationToken cancel)
    {
        if (outcome.Subject == Stubborn && outcome.Result == ApprovalResult.Approved)
        {
            throw Refusal.Conflict("record.out-of-reach");
        }

        heard.Enqueue(outcome);
        return Task.CompletedTask;
    }
}
