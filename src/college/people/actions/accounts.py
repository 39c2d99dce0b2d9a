"""Open an account. Accounts are personal, so no entry tells of one: the record knows members only."""

from college.people.models import Account


def open_account(address: str) -> Account:
    """The account at ``address``, opened if there is none; signs in by a code, or a passkey added later."""
    found = Account.objects.filter(email__iexact=address).first()
    return found or Account.objects.create_user(address)
