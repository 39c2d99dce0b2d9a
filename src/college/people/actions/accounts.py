"""Open an account. Accounts are personal, so no entry tells of one: the record knows members only."""

from college.people.models import Account


def open_account(address: str) -> Account:
    """An account that signs in by a code sent to ``address``, or by a passkey added later."""
    return Account.objects.create_user(address)
