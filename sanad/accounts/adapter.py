"""What allauth's second factor asks of the site: how secrets are kept, and what the telephone shows."""

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings

from sanad.accounts.models import User


class Adapter(DefaultMFAAdapter):
    """Secrets lie in the database under a key of the home: a dump of the database makes no code."""

    def encrypt(self, text: str) -> str:
        """What is written into the database."""
        return Fernet(settings.SECOND_FACTOR_KEY).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """What it was."""
        return Fernet(settings.SECOND_FACTOR_KEY).decrypt(encrypted_text.encode()).decode()

    def get_totp_label(self, user: User) -> str:
        """The account's name in the app on the telephone."""
        return user.username

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The name of the site as a passkey knows it: the host, which binds the passkey to it."""
        return {**super().get_public_key_credential_rp_entity(), "name": "Sanad"}

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, object]:
        """Whose passkey it is: the number, and the user name to choose by."""
        return {"id": str(user.pk).encode(), "name": user.username, "display_name": user.username}
