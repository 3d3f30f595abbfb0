# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
from django.conf import settings
from django.db import models


class PrintOrder(models.Model):
    class Status(models.IntegerChoices):
        PENDING = 1, "待处理"
        PROCESSING = 2, "处理中"
        COMPLETED = 3, "已完成"
        CANCELLED = 4, "已取消"

    class PrintType(models.TextChoices):
        COVER = "cover", "封面"
        CONTENT = "content", "内文"
        COVER_CONTENT = "cover_content", "封面和内文"

    order_no = models.CharField(max_length=32, unique=True)
    work_order_no = models.CharField(max_length=32, blank=True)
    customer_name = models.CharField(max_length=100)
    product_name = models.CharField(max_length=200)
    status = models.IntegerField(choices=Status.choices, default=Status.PENDING)
    print_type = models.CharField(max_length=16, choices=PrintType.choices, blank=True)
    quantity = models.PositiveIntegerField(null=True)
    unit = models.CharField(max_length=8, default="册")
    order_date = models.DateTimeField(null=True)
    delivery_date = models.DateField(null=True)
    salesman = models.CharField(max_length=32, blank=True)
    note = models.TextField(blank=True)


class OrderProgress(models.Model):
    class Status(models.IntegerChoices):
        WAITING = 1, "待开始"
        IN_PROGRESS = 2, "进行中"
        COMPLETED = 3, "已完成"
        SKIPPED = 4, "已跳过"

    class Category(models.TextChoices):
        COVER = "cover", "封面"
        CONTENT = "content", "内文"

    order = models.ForeignKey(PrintOrder, models.CASCADE, related_name="steps")
    step_name = models.CharField(max_length=32)
    step_order = models.PositiveIntegerField()
    step_category = models.CharField(max_length=8, choices=Category.choices)
    status = models.IntegerField(choices=Status.choices, default=Status.WAITING)
    operator = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True,
                                 related_name="+")
    confirm_user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True,
                                     related_name="+")
    start_time = models.DateTimeField(null=True)
    end_time = models.DateTimeField(null=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["order", "step_category", "step_order"]
