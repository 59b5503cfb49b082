using Microsoft.EntityFrameworkCore;
using Yingpan.Collections.Data;
using Yingpan.Collections.Public;
using Yingpan.Orders.Public;
using Yingpan.Organization.Public;
using Yingpan.Platform.Access;
using Yingpan.Platform.Data;
using Yingpan.Platform.Search;

namespace Yingpan.Collections.Receipts;

/// <summary>Answers the search of the whole system for receipts, by the beginning of their number.</summary>
internal sealed class ReceiptSearch(AppDb db, Reach reach) : ISearchSource
{
    public string Kind => "receipt";

    public Permission Permission => CollectionsPermissions.Read;

    public async Task<IReadOnlyList<SearchHit>> Find(SearchWords asked, int most, CancellationToken cancel)
    {
        var hits = new List<SearchHit>();
        foreach (var (from, before, pattern) in NumberRange.Of(asked.Words))
        {
            var found = await
                (from receipt in db.Set<Receipt>().AsNoTracking()
                 join order in db.OrderCards.VisibleTo(reach, Permission) on receipt.OrderId equals order.Id
                 where string.Compare(receipt.Number, @from) >= 0 && string.Compare(receipt.Number, before) < 0 && EF.Functions.Like(receipt.Number, pattern, @"\")
                 orderby receipt.Number
                 select new { receipt.Id, receipt.Number, receipt.ReceivedOn, Order = order.Number }).Take(most).ToListAsync(cancel);
            hits.AddRange(found.Select(receipt => new SearchHit
            {
                Kind = Kind,
                Id = receipt.Id.ToString(),
                Title = receipt.Number,
                Subtitle = $"{receipt.Order} · {receipt.ReceivedOn:yyyy-MM-dd}",
                Link = $"/receipts?open={receipt.Id}",
            }));
        }

        return [.. hits.DistinctBy(hit => hit.Id).Take(most)];
    }
}
