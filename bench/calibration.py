"""How often facts of each confidence are right, on held-out folds of the gold reports."""

from amity.evaluate.calibration import shares, table
from tools.calibrate.figures import load_figures
from tools.calibrate.folds import rated


def main() -> None:
    """Print the table: for each kind its facts, and how many are high, medium, low, right how often, with 95 % intervals."""
    print("Confidence on held-out folds of gold: share of the facts, precision (95 % interval), number")
    print(table(shares(rated(load_figures()))))


if __name__ == "__main__":
    main()
