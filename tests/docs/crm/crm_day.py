# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A day of a CRM, an order's key a word: 3 writes order 3, 3- deletes it, 3! writes it and takes that
back. Each time that it is written the order's customer is the next number. A line for each word,
once it is committed."""
from crm.models import PrintOrder
from django.core.management.base import BaseCommand
from django.db import transaction


def write(key):
    # Whoever has read before it writes, SQLite refuses the lock for which others wait.
    PrintOrder.objects.filter(pk=key).update(note="")
    order = PrintOrder.objects.filter(pk=key).first()
    if order is None:
        order = PrintOrder(pk=key, order_no="PO%d" % key, status=2, customer_name="-1")
    order.customer_name = str(int(order.customer_name) + 1)
    order.save()


class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument("words", nargs="*")

    def handle(self, words, **options):
        for word in words:
            key = int(word.rstrip("!-"))
            with transaction.atomic():
                if word.endswith("-"):
                    PrintOrder.objects.get(pk=key).delete()
                else:
                    write(key)
                transaction.set_rollback(word.endswith("!"))
            print(word, flush=True)
