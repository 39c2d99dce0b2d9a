from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "college.exchange"
    label = "exchange"
    verbose_name = "Exchange"
