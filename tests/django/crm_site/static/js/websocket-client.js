// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
const SCHEME = window.location.protocol === 'https:' ? 'wss:' : 'ws:';
const ADDRESS = `${SCHEME}//${window.location.host}/ws/notifications/`;
const HEARTBEAT_MS = 30000;
const RECONNECT_MS = 3000;
const MAX_RECONNECTS = 5;
const TOAST_MS = 5000;

class WebSocketClient {
    constructor(address) {
        this.address = address;
        this.reconnects = 0;
        this.heartbeat = null;
        this.handlers = {
            order_notification: (data) => this.orderChanged(data),
            progress_notification: (data) => this.stepChanged(data),
            dashboard_update: (data) => this.showNumbers(data),
            general_notification: (data) => this.showToast(data.message, data.type),
        };
        this.connect();
    }

    connect() {
        this.socket = new WebSocket(this.address);
        this.socket.onopen = () => this.connected();
        this.socket.onclose = () => this.disconnected();
        this.socket.onmessage = (event) => this.received(JSON.parse(event.data));
    }

    connected() {
        this.reconnects = 0;
        this.showStatus('已连接', 'connected');
        this.heartbeat = setInterval(
            () => this.socket.send(JSON.stringify({ type: 'ping' })), HEARTBEAT_MS);
    }

    disconnected() {
        clearInterval(this.heartbeat);
        this.showStatus('已断开', 'disconnected');
        if (this.reconnects < MAX_RECONNECTS) {
            this.reconnects += 1;
            setTimeout(() => this.connect(), RECONNECT_MS);
        }
    }

    received(message) {
        const handler = this.handlers[message.type];
        if (handler) {
            handler(message.data);
        }
    }

    orderChanged(order) {
        const verbs = { created: '新订单', updated: '订单更新', deleted: '订单删除' };
        this.showToast(`${verbs[order.action]}: ${order.order_no} ${order.customer_name}`, 'info');
    }

    stepChanged(step) {
        this.showToast(`${step.order_no} ${step.step_name}: ${step.status_display}`, 'info');
        this.refreshRunning();
    }

    showNumbers(numbers) {
        for (const [key, number] of Object.entries(numbers)) {
            const card = document.querySelector(`[data-number="${key}"]`);
            if (card) {
                card.textContent = number;
            }
        }
    }

    showStatus(text, style) {
        const status = document.getElementById('ws-status');
        status.textContent = text;
        status.className = style;
    }

    showToast(text, level) {
        const toast = document.createElement('div');
        toast.className = `toast ${level}`;
        toast.textContent = text;
        document.getElementById('toasts').appendChild(toast);
        setTimeout(() => toast.remove(), TOAST_MS);
    }

    async refreshRunning() {
        const page = await (await fetch('/')).text();
        const fresh = new DOMParser().parseFromString(page, 'text/html').getElementById('running');
        document.getElementById('running').replaceWith(fresh);
    }
}

window.notifications = new WebSocketClient(ADDRESS);
