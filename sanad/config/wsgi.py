"""What the web server runs."""

import os

from django.core.wsgi import get_wsgi_application

from sanad.config.collecting import settle

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanad.config.settings")
application = get_wsgi_application()
settle()
