<?php
// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tells of an order twice, by the recipe in this file: the second time as if the answer had got lost.
require $argv[1];

$order = ['order_id' => 7, 'customer_name' => '测试客户', 'status' => 2, 'action' => 'created'];
$ids = [pressboard('order_notification', $order, 'php-1'), pressboard('order_notification', $order, 'php-1')];
echo json_encode($ids), "\n";
