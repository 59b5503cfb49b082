using Microsoft.AspNetCore.Identity;
using Yingpan.Platform.Identity.Rules;

namespace Yingpan.Platform.Identity;

/// <summary>Refuses what is guessed first, whoever sets the password: its owner, or who gives him a new one.</summary>
internal sealed class PasswordWords(IBadges badges) : IPasswordValidator<Account>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        if (string.IsNullOrEmpty(password))
        {
            return IdentityResult.Success;
        }

        if (PasswordStrength.IsCommon(password))
        {
            return IdentityResult.Failed(new IdentityError { Code = "PasswordCommon" });
        }

        var person = user.PersonId is { } id ? await badges.Of(id, CancellationToken.None) : null;
        return new[] { user.UserName, person?.Name, person?.Number }.Any(name => PasswordStrength.Holds(password, name))
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordNamesOwner" })
            : IdentityResult.Success;
    }
}
