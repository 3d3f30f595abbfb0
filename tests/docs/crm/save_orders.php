<?php
// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Saves three orders as a page would, by the recipe in this file, and says how long that took. Its
// errors are exceptions, as those of a framework's page are.
set_error_handler(function ($severity, $message) {
    throw new ErrorException($message, 0, $severity);
});
require $argv[1];

$odd = ['utf-8' => "GBK: \xb2\xe2", 'number' => NAN];
$customer = $odd[$argv[2] ?? ''] ?? '测试客户';
$db = new PDO('sqlite::memory:');
$db->exec('CREATE TABLE orders (id INTEGER PRIMARY KEY)');
$begun = microtime(true);
for ($id = 1; $id <= 3; ++$id) {
    $db->beginTransaction();
    $db->exec('INSERT INTO orders DEFAULT VALUES');
    $db->commit();
    pressboard('order_notification', ['order_id' => $id, 'customer_name' => $customer,
                                      'status' => 2, 'action' => 'created']);
}
echo json_encode(['saved' => (int)$db->query('SELECT count(*) FROM orders')->fetchColumn(),
                  'seconds' => microtime(true) - $begun]), "\n";
