"""The one kind of exception that the command line turns into advice.

Problems in what an editor wrote are diagnostics (values); a fault of ours is a traceback; what remains is
the environment: a folder that cannot be written, a program that is missing, a call that makes no sense.
"""


class EnvironmentProblem(Exception):
    """Something outside the content prevents the work; exit status 2.

    ``message`` says what happened, ``remedy`` what the person can do about it.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
