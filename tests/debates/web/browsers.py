"""A browser in which a member is signed in."""

from django.test import Client

from college.people.models import Account, Member


def signed_in(member: Member) -> Client:
    """The member gets an account of their own."""
    member.account = Account.objects.create_user(f"{member.public_id}@example.org")
    member.save(update_fields=["account"])
    client = Client()
    client.force_login(member.account, backend="django.contrib.auth.backends.ModelBackend")
    return client
