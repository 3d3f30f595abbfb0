# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes every order with its steps as JSON lines for "pressboardctl import"."""
import json
from urllib.request import urlopen

from crm.models import PrintOrder
from django.core.management.base import BaseCommand
from django.core.serializers.json import DjangoJSONEncoder

ORDER = """order_no work_order_no customer_name product_name status print_type quantity unit
           order_date delivery_date salesman note""".split()
STEP = """step_name step_order step_category status operator_id confirm_user_id start_time
          end_time note""".split()


def row(thing, names, **more):
    return dict({name: getattr(thing, name) for name in names},
                status_display=thing.get_status_display(), **more)


def name_of(user):
    return user and (user.get_full_name() or user.username)


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--ops", default="http://127.0.0.1:5174", help="pressboard-server's")

    def handle(self, ops, **options):
        position = json.load(urlopen(ops + "/readyz"))["position"]  # before the first order is read
        for order in PrintOrder.objects.iterator():
            steps = [row(step, STEP, progress_id=step.pk, operator=name_of(step.operator),
                         confirm_user=name_of(step.confirm_user))
                     for step in order.steps.select_related("operator", "confirm_user")]
            line = row(order, ORDER, order_id=order.pk, steps=steps)
            self.stdout.write(json.dumps(line, cls=DjangoJSONEncoder, ensure_ascii=False))
        self.stderr.write("pressboardctl import FILE --as-of %s --complete" % position)
