<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>pressboard::client::format</name>
    <message numerus="yes">
        <source>%n d early</source>
        <translation>
            <numerusform>%n d early</numerusform>
            <numerusform>%n d early</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d late</source>
        <translation>
            <numerusform>%n d late</numerusform>
            <numerusform>%n d late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d left</source>
        <translation>
            <numerusform>%n d left</numerusform>
            <numerusform>%n d left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Over 24 h, not reported (%n)</source>
        <translation>
            <numerusform>Over 24 h, not reported (%n)</numerusform>
            <numerusform>Over 24 h, not reported (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting for an earlier step</source>
        <translation>
            <numerusform>%n more waiting for an earlier step</numerusform>
            <numerusform>%n more waiting for an earlier step</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::toasts</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completed</source>
        <translation>
            <numerusform>%n completed</numerusform>
            <numerusform>%n completed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newly overdue</source>
        <translation>
            <numerusform>%n newly overdue</numerusform>
            <numerusform>%n newly overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread notice(s)</source>
        <translation>
            <numerusform>%n unread notice</numerusform>
            <numerusform>%n unread notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) due today</source>
        <translation>
            <numerusform>%n order due today</numerusform>
            <numerusform>%n orders due today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them not at binding yet</source>
        <translation>
            <numerusform>%n of them not at binding yet</numerusform>
            <numerusform>%n of them not at binding yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No CRM data for %n min</source>
        <translation>
            <numerusform>No CRM data for %n min</numerusform>
            <numerusform>No CRM data for %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) early</source>
        <translation>
            <numerusform>%n day early</numerusform>
            <numerusform>%n days early</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n deleted</numerusform>
            <numerusform>%n deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for your turn</source>
        <translation>
            <numerusform>%n for your turn</numerusform>
            <numerusform>%n for your turn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation>
            <numerusform>%n notice</numerusform>
            <numerusform>%n notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>%n update</numerusform>
            <numerusform>%n updates</numerusform>
        </translation>
    </message>
</context>
</TS>
