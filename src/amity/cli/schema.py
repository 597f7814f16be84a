"""``amity schema``: the reading contract as JSON Schema."""

import json

import typer


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("schema")(schema)


def schema() -> None:
    """Print the JSON Schema of what `amity read --format json` prints."""
    from amity.exchange.jsonl import schema as reading_schema

    print(json.dumps(reading_schema(), indent=1, ensure_ascii=False))
