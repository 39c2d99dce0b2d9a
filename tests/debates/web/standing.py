"""Where the pages of briefs and remarks are, and how their tests sign somebody in."""

from college.people.models import Account


def page_of(stand, brief):
    return f"/debates/{stand.debate.slug}/brief/{brief.public_id}/"


def page_of_remark(stand, remark):
    return f"/debates/{stand.debate.slug}/remarks/{remark.public_id}/"


def sign_in(client, member):
    """A session for a member made without an account."""
    member.account = Account.objects.create_user(f"{member.public_id}@example.org")
    member.save()
    client.force_login(member.account, backend="django.contrib.auth.backends.ModelBackend")
    return member
