# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dashboard's numbers, as the page and its notifications show them."""
from datetime import timedelta

from django.utils import timezone

from crm.models import OrderProgress, PrintOrder


def dashboard_numbers():
    orders, steps = PrintOrder.objects, OrderProgress.objects
    open_orders = orders.filter(
        status__in=[PrintOrder.Status.PENDING, PrintOrder.Status.PROCESSING])
    return {
        "total_orders": orders.count(),
        "pending_orders": orders.filter(status=PrintOrder.Status.PENDING).count(),
        "processing_orders": orders.filter(status=PrintOrder.Status.PROCESSING).count(),
        "completed_orders": orders.filter(status=PrintOrder.Status.COMPLETED).count(),
        "current_steps_count": steps.filter(status=OrderProgress.Status.IN_PROGRESS).count(),
        "next_steps_count": steps.filter(
            status=OrderProgress.Status.WAITING,
            order__status=PrintOrder.Status.PROCESSING).count(),
        "urgent_orders_count": open_orders.filter(
            delivery_date__lte=timezone.localdate() + timedelta(days=3)).count(),
    }
