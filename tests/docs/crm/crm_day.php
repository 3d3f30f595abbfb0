<?php
// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A day of a CRM, an order's key a word: 3 writes order 3, 3- deletes it, 3! writes it and takes that
// back. Each time that it is written the order's customer is the next number. A line for each word,
// once it is committed.
require 'pressboard.php';

$db = new PDO(getenv('CRM_DATABASE'));
$db->exec('CREATE TABLE IF NOT EXISTS orders (id INTEGER PRIMARY KEY, order_no TEXT,'
          . ' customer_name TEXT, status INTEGER)');

function write(PDO $db, int $id): array
{
    $db->exec("INSERT INTO orders VALUES ($id, 'PO$id', '0', 2)"
              . ' ON CONFLICT DO UPDATE SET customer_name = customer_name + 1');
    $name = $db->query("SELECT customer_name FROM orders WHERE id = $id")->fetchColumn();
    return ['order_id' => $id, 'customer_name' => (string)$name,
            'action' => $name === '0' ? 'created' : 'updated'];
}

function delete(PDO $db, int $id): array
{
    $db->exec("DELETE FROM orders WHERE id = $id");
    return ['order_id' => $id, 'action' => 'deleted'];
}

foreach (array_slice($argv, 1) as $word) {
    $db->beginTransaction();
    $data = str_ends_with($word, '-') ? delete($db, (int)$word) : write($db, (int)$word);
    pressboard($db, 'order_notification', $data);
    str_ends_with($word, '!') ? $db->rollBack() : $db->commit();
    echo "$word\n";
}
