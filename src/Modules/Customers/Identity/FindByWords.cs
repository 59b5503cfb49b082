using Microsoft.EntityFrameworkCore;
using Yingpan.Customers.Data;
using Yingpan.Customers.Identity.Rules;
using Yingpan.Platform.Data;
using Yingpan.Platform.Lists;

namespace Yingpan.Customers.Identity;

/// <summary>The one search of customers by words: list, palette and every picker.</summary>
internal static class FindByWords
{
    /// <summary>Those who have the words in their name, or whose number or reading begins with them: 腾讯, tengxun, tx, C-0012, 12.</summary>
    public static IQueryable<Customer> Matching(this IQueryable<Customer> customers, AppDb db, string words)
    {
        var folded = PlainText.Fold(words);
        if (LikePattern.Of(folded) is not { } inName)
        {
            return customers.Where(_ => false);
        }

        var handle = $"%\n{inName[1..]}";
        var identities = db.Set<CustomerIdentity>().AsQueryable();
        if (folded.Trim().Length < SearchHandles.ShortestBeginning)
        {
            identities = identities.Where(identity => EF.Functions.Like(identity.Text, inName, @"\"));
        }
        else if (db.FindsByElements())
        {
            var (pairs, beginning) = (SearchHandles.PairsIn(folded.Trim()), SearchHandles.BeginningOf(folded.Trim()));
            identities = identities.Where(identity =>
                (pairs.All(pair => identity.Tokens.Contains(pair)) && EF.Functions.Like(identity.Text, inName, @"\"))
                || (identity.Tokens.Contains(beginning) && EF.Functions.Like(identity.Handles, handle, @"\")));
        }
        else
        {
            identities = identities.Where(identity => EF.Functions.Like(identity.Text, inName, @"\") || EF.Functions.Like(identity.Handles, handle, @"\"));
        }

        var found = identities.Select(identity => identity.FoundId);
        return customers.Where(customer => found.Contains(customer.Id));
    }
}
