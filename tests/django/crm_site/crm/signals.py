# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every save and deletion of an order or a step goes to whoever has the page open."""
from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone

from crm.models import OrderProgress, PrintOrder
from crm.numbers import dashboard_numbers

GROUP = "notifications"


def send_websocket_notification(notification_type, data):
    channel_layer = get_channel_layer()
    async_to_sync(channel_layer.group_send)(GROUP, {"type": notification_type, "data": data})


def send_general_notification(message, notification_type="info"):
    send_websocket_notification("general_notification", {
        "message": message,
        "type": notification_type,
        "timestamp": timezone.now().isoformat(),
    })


def send_dashboard_update():
    send_websocket_notification("dashboard_update", dashboard_numbers())


def iso(moment):
    return moment.isoformat() if moment else None


def name_of(user):
    return user.get_full_name() or user.username if user else None


def order_data(order, action):
    return {
        "order_id": order.pk,
        "order_no": order.order_no,
        "work_order_no": order.work_order_no,
        "customer_name": order.customer_name,
        "product_name": order.product_name,
        "status": order.status,
        "status_display": order.get_status_display(),
        "print_type": order.print_type,
        "quantity": order.quantity,
        "unit": order.unit,
        "order_date": iso(order.order_date),
        "delivery_date": iso(order.delivery_date),
        "salesman": order.salesman,
        "note": order.note,
        "action": action,
        "created": action == "created",
        "timestamp": timezone.now().isoformat(),
    }


def step_data(step, action):
    return {
        "progress_id": step.pk,
        "order_id": step.order_id,
        "order_no": step.order.order_no,
        "step_name": step.step_name,
        "step_order": step.step_order,
        "step_category": step.step_category,
        "status": step.status,
        "status_display": step.get_status_display(),
        "operator": name_of(step.operator),
        "operator_id": step.operator_id,
        "confirm_user": name_of(step.confirm_user),
        "confirm_user_id": step.confirm_user_id,
        "start_time": iso(step.start_time),
        "end_time": iso(step.end_time),
        "note": step.note,
        "action": action,
        "created": action == "created",
        "timestamp": timezone.now().isoformat(),
    }


@receiver(post_save, sender=PrintOrder)
def order_saved(sender, instance, created, **kwargs):
    action = "created" if created else "updated"
    send_websocket_notification("order_notification", order_data(instance, action))
    send_dashboard_update()


@receiver(post_delete, sender=PrintOrder)
def order_deleted(sender, instance, **kwargs):
    send_websocket_notification("order_notification", order_data(instance, "deleted"))
    send_dashboard_update()


@receiver(post_save, sender=OrderProgress)
def step_saved(sender, instance, created, **kwargs):
    action = "created" if created else "updated"
    send_websocket_notification("progress_notification", step_data(instance, action))
    send_dashboard_update()


@receiver(post_delete, sender=OrderProgress)
def step_deleted(sender, instance, **kwargs):
    send_websocket_notification("progress_notification", step_data(instance, "deleted"))
    send_dashboard_update()
