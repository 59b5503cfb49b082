namespace Yingpan.Customers.Names.Rules;

public enum NameState
{
    New,

    /// <summary>Somebody has spoken with it.</summary>
    Called,

    /// <summary>Became a customer.</summary>
    Customer,

    /// <summary>Given up, with a reason.</summary>
    Dropped,
}

public static class NameFlow
{
    /// <summary>By hand: to and fro between those that are open and those given up. Becoming a customer is entering one, and final.</summary>
    public static bool May(NameState from, NameState to) => from != NameState.Customer && to != NameState.Customer && from != to;

    public static bool IsOpen(NameState state) => state is NameState.New or NameState.Called;
}
