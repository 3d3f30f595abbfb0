# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saves three orders as a page would, and says how long that took."""
import json
import time
from contextlib import nullcontext
from uuid import uuid4

from crm.models import PrintOrder
from django.core.management.base import BaseCommand
from django.db import transaction


class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument("--atomic", action="store_true", help="all of them, or none")

    def handle(self, atomic, **options):
        begun = time.monotonic()
        with transaction.atomic() if atomic else nullcontext():
            orders = [PrintOrder.objects.create(order_no=uuid4().hex, customer_name="测试客户")
                      for n in range(3)]
        seconds = time.monotonic() - begun
        saved = PrintOrder.objects.filter(pk__in=[order.pk for order in orders]).count()
        print(json.dumps({"saved": saved, "seconds": seconds}))
