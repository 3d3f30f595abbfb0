# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
import json
from urllib.request import urlopen

from crm.models import PrintOrder
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder

ORDER = """order_no work_order_no customer_name product_name status print_type quantity unit
           order_date delivery_date salesman note""".split()
STEP = """step_name step_order step_category status operator_id confirm_user_id start_time
          end_time note""".split()


def row(thing, names, **more):
    return dict({name: getattr(thing, name) for name in names},
                status_display=thing.get_status_display(), **more)


class Command(BaseCommand):
    help = 'Writes every order with its steps as JSON lines for "pressboardctl import".'

    def add_arguments(self, parser):
        parser.add_argument("--ops", default="http://127.0.0.1:5174", help="pressboard-server's")

    def handle(self, ops, **options):
        try:
            position = json.load(urlopen(ops + "/readyz"))["position"]  # before any order is read
        except OSError as error:
            raise CommandError("pressboard-server is not ready (%s/readyz: %s)" % (ops, error))
        names = {user.pk: user.get_full_name() or user.username for user in User.objects.all()}
        for order in PrintOrder.objects.iterator():
            steps = [row(step, STEP, progress_id=step.pk, operator=names.get(step.operator_id),
                         confirm_user=names.get(step.confirm_user_id))
                     for step in order.steps.all()]
            line = row(order, ORDER, order_id=order.pk, steps=steps)
            self.stdout.write(DjangoJSONEncoder(ensure_ascii=False).encode(line))
        self.stderr.write("pressboardctl import FILE --as-of %s --complete" % position)
