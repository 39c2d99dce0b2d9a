"""The addresses of the exchange."""

urlpatterns: list = []
