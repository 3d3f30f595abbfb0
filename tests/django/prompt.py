# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody at the CRM's `manage.py shell`, who stays there: prompt.py CRM_SITE

A line of stdin is Python as a JSON string: an expression or statements. The line of stdout that
answers it is {"value": …}, or {"error": …} with the traceback.
"""
import json
import sys
import traceback

import django

sys.path.insert(0, sys.argv[1])
django.setup()

AT_HAND = """
from datetime import date, datetime, timedelta
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from crm.models import OrderProgress, PrintOrder
from crm.numbers import dashboard_numbers
from crm.signals import send_general_notification, send_websocket_notification as send
"""


def session_of(name):
    """The session of somebody who is logged in, as his browser's cookie has it."""
    browser = Client()
    browser.force_login(User.objects.get_or_create(username=name)[0])
    return browser.cookies["sessionid"].value


def result_of(typed, names):
    try:
        expression = compile(typed, "prompt", "eval")
    except SyntaxError:
        exec(typed, names)
        return None
    return eval(expression, names)


def answer(typed, names):
    try:
        return {"value": result_of(typed, names)}
    except Exception:
        return {"error": traceback.format_exc()}


exec(AT_HAND)
names = globals()
print("ready", flush=True)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line), names), default=str), flush=True)
