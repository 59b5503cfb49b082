using Yingpan.Kernel;

namespace Yingpan.Approvals.Routing.Rules;

/// <summary>Why somebody is, or is not, at a station; said in words on the screen.</summary>
internal enum Reason
{
    Named,
    HoldsRole,
    Superior,
    UpToUnit,
    UpToAuthority,
    NobodyCovers,
    Chosen,
    HasLeft,
    IsApplicant,
    DecidedAlready,
    SubstitutePerson,
    SubstituteSuperior,
    NobodyFound,
    Added,
    HandedOn,
    Escalated,
    BeyondAuthority,
}

internal sealed record Why(Reason Reason, PersonId? Person = null);

/// <summary>The people of a station, in order, and how they were found. Nobody at all leaves the station out.</summary>
internal sealed record Found(IReadOnlyList<PersonId> People, IReadOnlyList<Why> Why);

internal static class Finding
{
    /// <summary>
    /// Who decides at a station. Nobody who has left, never the applicant, and nobody who has decided already unless the table allows it.
    /// </summary>
    /// <param name="place">Of the node in the route, from 0.</param>
    public static Found Of(RouteNode node, int place, Facts facts, House house, string kind, IReadOnlySet<PersonId> decided)
    {
        var why = new List<Why>();
        var found = Candidates(node, place, facts, house, kind, why).Distinct().ToList();
        var people = new List<PersonId>();
        var isHisOwn = false;
        foreach (var person in found)
        {
            if (house.Chart.Person(person) is null)
            {
                why.Add(new Why(Reason.HasLeft, person));
            }
            else if (person == facts.Applicant)
            {
                why.Add(new Why(Reason.IsApplicant, person));
                isHisOwn = true;
            }
            else if (decided.Contains(person))
            {
                why.Add(new Why(Reason.DecidedAlready, person));
            }
            else
            {
                people.Add(person);
            }
        }

        // Somebody was found and has decided already: his word stands, and no substitute is needed.
        if (people.Count > 0 || found.Exists(person => decided.Contains(person) && house.Chart.Person(person) is not null && person != facts.Applicant))
        {
            return new Found(people, why);
        }

        return Instead(node, facts, house, decided, why, isHisOwn);
    }

    private static IEnumerable<PersonId> Candidates(RouteNode node, int place, Facts facts, House house, string kind, List<Why> why)
    {
        var above = house.Chart.SuperiorsOf(facts.Applicant);
        switch (node.Finder)
        {
            case Finder.People:
                why.Add(new Why(Reason.Named));
                return node.People;
            case Finder.Role:
                why.Add(new Why(Reason.HoldsRole));
                return house.Roles.GetValueOrDefault(node.Role ?? "") ?? [];
            case Finder.Choice:
                why.Add(new Why(Reason.Chosen));
                return facts.Chosen.GetValueOrDefault(place) ?? [];
            case Finder.Superior:
                why.Add(new Why(Reason.Superior));
                return above.Skip((node.Levels ?? 1) - 1).Take(1);
            case Finder.SuperiorsToUnit:
                why.Add(new Why(Reason.UpToUnit));
                return UpTo(above, person => house.Chart.Heads(person, node.UnitKind ?? "", facts.Applicant));
            default:
                why.Add(new Why(Reason.UpToAuthority));
                if (!above.Any(person => house.Covers(person, kind, facts)))
                {
                    why.Add(new Why(Reason.NobodyCovers));
                }

                return UpTo(above, person => house.Covers(person, kind, facts));
        }
    }

    private static Found Instead(RouteNode node, Facts facts, House house, IReadOnlySet<PersonId> decided, List<Why> why, bool isHisOwn)
    {
        var above = house.Chart.SuperiorsOf(facts.Applicant);
        var superior = above.Skip(1).FirstOrDefault(above.FirstOrDefault());
        // A node may be left out because there is nobody, not because the one there is stands to gain by it.
        var policy = node.Substitute == Substitute.Skip && isHisOwn ? Substitute.Superior : node.Substitute;
        var (person, reason) = policy switch
        {
            Substitute.Person => (node.SubstituteId, Reason.SubstitutePerson),
            Substitute.Superior => (above.Count > 0 ? superior : (PersonId?)null, Reason.SubstituteSuperior),
            _ => ((PersonId?)null, Reason.NobodyFound),
        };
        if (person is { } one && (house.Chart.Person(one) is null || one == facts.Applicant))
        {
            // The substitute is gone, or the applicant: the next higher one of whom neither is true.
            (person, reason) = (above.Cast<PersonId?>().FirstOrDefault(), Reason.SubstituteSuperior);
        }

        if (person is not { } taken)
        {
            return new Found([], [.. why, new Why(Reason.NobodyFound)]);
        }

        return decided.Contains(taken)
            ? new Found([], [.. why, new Why(Reason.DecidedAlready, taken)])
            : new Found([taken], [.. why, new Why(reason, taken)]);
    }

    private static IEnumerable<PersonId> UpTo(IReadOnlyList<PersonId> above, Func<PersonId, bool> last)
    {
        foreach (var person in above)
        {
            yield return person;
            if (last(person))
            {
                yield break;
            }
        }
    }
}
