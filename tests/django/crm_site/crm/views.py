# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
from django.shortcuts import render

from crm.models import OrderProgress
from crm.numbers import dashboard_numbers

TITLES = {
    "total_orders": "订单总数",
    "pending_orders": "待处理",
    "processing_orders": "处理中",
    "completed_orders": "已完成",
    "current_steps_count": "进行中工序",
    "next_steps_count": "待开始工序",
    "urgent_orders_count": "紧急订单",
}


def index(request):
    numbers = dashboard_numbers()
    return render(request, "index.html", {
        "cards": [(key, title, numbers[key]) for key, title in TITLES.items()],
        "running": OrderProgress.objects.filter(status=OrderProgress.Status.IN_PROGRESS)
        .select_related("order", "operator"),
    })
