"""The bench prints the table of confidence."""

import pytest

from bench.calibration import main


def test_the_table_is_printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.calibration.rated", lambda figures: [])
    main()
    lines = capsys.readouterr().out.splitlines()
    assert "held-out folds" in lines[0] and lines[1].startswith("| kind | facts | high")
