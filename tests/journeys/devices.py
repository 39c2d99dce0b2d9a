"""A device that makes passkeys, as the browser pretends it."""

from playwright.sync_api import Page


class Device:
    """A device of the person's own, which makes passkeys and knows who holds it."""

    def __init__(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)
        self.session.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        made = self.session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        self.name = made["authenticatorId"]

    def knows_its_owner(self, yes: bool) -> None:
        about = {"authenticatorId": self.name, "isUserVerified": yes}
        self.session.send("WebAuthn.setUserVerified", about)
