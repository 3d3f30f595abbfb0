# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
from django.contrib.staticfiles.urls import staticfiles_urlpatterns
from django.urls import path

from crm.views import index

urlpatterns = [path("", index)] + staticfiles_urlpatterns()
