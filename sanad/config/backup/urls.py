"""The address of the page on backups, and its entry in the menu: `config` is no Django app that could make it ready."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from sanad.accounts.permissions import Permission
from sanad.config.backup import views
from sanad.web.navigation import MANAGE, register

app_name = "config"

urlpatterns = [path("backups/", views.backups, name="backups")]

register(_("Backups"), "config:backups", Permission.OFFICE_MANAGE, order=80, group=MANAGE)
