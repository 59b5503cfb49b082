namespace Yingpan.Kernel;

/// <summary>What happens to digits that are cut off. Every rule is symmetric: minus x rounds to minus the rounded x.</summary>
public enum Rounding
{
    /// <summary>Nearest; a half goes away from zero (2.5 to 3, -2.5 to -3). The commercial rule 四舍五入.</summary>
    HalfUp,

    /// <summary>Nearest; a half goes to the even neighbour (2.5 to 2, 3.5 to 4).</summary>
    HalfEven,

    /// <summary>Toward zero.</summary>
    Down,

    /// <summary>Away from zero.</summary>
    Up,
}
