using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yingpan.Customers.Public;
using Yingpan.Kernel;
using Yingpan.Organization.Public;
using Yingpan.Platform.Data;

namespace Yingpan.Customers.Data;

internal enum RiskLevel
{
    Low,
    Medium,
    High,
}

/// <summary>
/// 策略卡: what he needs and what we do about it. Each saving is a row of its own, never changed; the newest is the card, the others are its
/// history.
/// </summary>
[NotAudited]
internal sealed class StrategyCard
{
    public required StrategyCardId Id { get; init; }

    public required CustomerId CustomerId { get; set; }

    public required DateTimeOffset At { get; init; }

    public PersonId? AuthorId { get; init; }

    /// <summary>需求和期望</summary>
    public string? Needs { get; init; }

    /// <summary>服务计划和措施</summary>
    public string? Service { get; init; }

    /// <summary>我方目标</summary>
    public string? Aim { get; init; }

    /// <summary>竞争态势: who else is there, and how he stands.</summary>
    public string? Competitors { get; init; }

    /// <summary>热情 comes of profit and prospects: 1, none, to 5.</summary>
    public int? Profit { get; init; }

    public int? Prospects { get; init; }

    public string? EnthusiasmNote { get; init; }

    /// <summary>市场风险: his credit, his ability, whether he keeps the prices.</summary>
    public RiskLevel? CreditRisk { get; init; }

    public RiskLevel? AbilityRisk { get; init; }

    public RiskLevel? PriceRisk { get; init; }

    public string? RiskNote { get; init; }
}

internal sealed class StrategyCardTable : IEntityTypeConfiguration<StrategyCard>
{
    public void Configure(EntityTypeBuilder<StrategyCard> table)
    {
        table.ToTable("customers_strategy_card");
        table.Property(card => card.Needs).HasMaxLength(2000);
        table.Property(card => card.Service).HasMaxLength(2000);
        table.Property(card => card.Aim).HasMaxLength(1000);
        table.Property(card => card.Competitors).HasMaxLength(1000);
        table.Property(card => card.EnthusiasmNote).HasMaxLength(500);
        table.Property(card => card.RiskNote).HasMaxLength(500);
        table.HasIndex(card => new { card.CustomerId, card.At });
        table.RefersToCustomer(card => card.CustomerId);
        table.RefersToPerson(card => card.AuthorId);
    }
}
