"""What a further process does: load the parser once, then read batches until there are no more."""

import signal
from multiprocessing.connection import Connection
from typing import Any

from amity.errors import AmityError
from amity.reading.parser import pipeline
from amity.reading.stream.batch import outcomes
from amity.reading.stream.model import Plan

READY = "ready"


def serve(connection: "Connection[Any, Any]", plan: Plan[Any]) -> None:
    """Say READY, then answer each batch with the outcome of each of its documents, in order.

    An error that ends the run (a pipeline that is not installed) is sent in their place. The process ends with the connection.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    try:
        pipeline(plan.pipeline)
        connection.send(READY)
        while True:
            for outcome in outcomes(connection.recv(), plan):
                connection.send(outcome)
    except AmityError as error:
        connection.send(error)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
