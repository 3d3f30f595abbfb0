<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>SettingsCheck</name>
    <message numerus="yes">
        <source>And %n more line(s).</source>
        <translation>
            <numerusform>And %n more line.</numerusform>
            <numerusform>And %n more lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::AlarmWords</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::StatusWords</name>
    <message numerus="yes">
        <source>%n message(s) from the CRM could not be read</source>
        <translation>
            <numerusform>%n message from the CRM could not be read</numerusform>
            <numerusform>%n messages from the CRM could not be read</numerusform>
        </translation>
    </message>
</context>
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
    <message numerus="yes">
        <source>%n d overdue</source>
        <translation>
            <numerusform>%n d overdue</numerusform>
            <numerusform>%n d overdue</numerusform>
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
        <source>and %n more order(s)</source>
        <translation>
            <numerusform>and %n more order</numerusform>
            <numerusform>and %n more orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::sentence</name>
    <message numerus="yes">
        <source>%n order(s) still due today</source>
        <translation>
            <numerusform>%n order still due today</numerusform>
            <numerusform>%n orders still due today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) still due today, %1 not at binding yet</source>
        <translation>
            <numerusform>%n order still due today, %1 not at binding yet</numerusform>
            <numerusform>%n orders still due today, %1 not at binding yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) finished in the last 24 h</source>
        <translation>
            <numerusform>%n step finished in the last 24 h</numerusform>
            <numerusform>%n steps finished in the last 24 h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) finished today</source>
        <translation>
            <numerusform>%n step finished today</numerusform>
            <numerusform>%n steps finished today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) finished yesterday</source>
        <translation>
            <numerusform>%n step finished yesterday</numerusform>
            <numerusform>%n steps finished yesterday</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) finished in 7 days</source>
        <translation>
            <numerusform>%n step finished in 7 days</numerusform>
            <numerusform>%n steps finished in 7 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) finished in 30 days</source>
        <translation>
            <numerusform>%n step finished in 30 days</numerusform>
            <numerusform>%n steps finished in 30 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>as many as the mean of the %n week(s) before</source>
        <translation>
            <numerusform>as many as the mean of the week before</numerusform>
            <numerusform>as many as the mean of the %n weeks before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1% more than the mean of the %n week(s) before</source>
        <translation>
            <numerusform>%1% more than the mean of the week before</numerusform>
            <numerusform>%1% more than the mean of the %n weeks before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1% fewer than the mean of the %n week(s) before</source>
        <translation>
            <numerusform>%1% fewer than the mean of the week before</numerusform>
            <numerusform>%1% fewer than the mean of the %n weeks before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>as many as the mean of the last %n %1(s)</source>
        <translation>
            <numerusform>as many as last %1</numerusform>
            <numerusform>as many as the mean of the last %n %1s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2% more than the mean of the last %n %1(s)</source>
        <translation>
            <numerusform>%2% more than last %1</numerusform>
            <numerusform>%2% more than the mean of the last %n %1s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2% fewer than the mean of the last %n %1(s)</source>
        <translation>
            <numerusform>%2% fewer than last %1</numerusform>
            <numerusform>%2% fewer than the mean of the last %n %1s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>after that %1 is busiest with %n order(s)</source>
        <translation>
            <numerusform>after that %1 is busiest with %n order</numerusform>
            <numerusform>after that %1 is busiest with %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) wait for %1</source>
        <translation>
            <numerusform>%n job waits for %1</numerusform>
            <numerusform>%n jobs wait for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) wait for %1, the longest %2 for %3 now</source>
        <translation>
            <numerusform>%n job waits for %1, the longest %2 for %3 now</numerusform>
            <numerusform>%n jobs wait for %1, the longest %2 for %3 now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) wait for %1, usually %4, the longest %2 for %3 now</source>
        <translation>
            <numerusform>%n job waits for %1, usually %4, the longest %2 for %3 now</numerusform>
            <numerusform>%n jobs wait for %1, usually %4, the longest %2 for %3 now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) running 3 times as long as usual</source>
        <translation>
            <numerusform>%n step running 3 times as long as usual</numerusform>
            <numerusform>%n steps running 3 times as long as usual</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) over 24 h, not reported, all at %1</source>
        <translation>
            <numerusform>%n step over 24 h, not reported, all at %1</numerusform>
            <numerusform>%n steps over 24 h, not reported, all at %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) over 24 h, not reported, %2 of them at %1</source>
        <translation>
            <numerusform>%n step over 24 h, not reported, %2 of them at %1</numerusform>
            <numerusform>%n steps over 24 h, not reported, %2 of them at %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more 3 times as long as usual</source>
        <translation>
            <numerusform>%n more 3 times as long as usual</numerusform>
            <numerusform>%n more 3 times as long as usual</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) in hand: %1 pending, %2 in production</source>
        <translation>
            <numerusform>%n order in hand: %1 pending, %2 in production</numerusform>
            <numerusform>%n orders in hand: %1 pending, %2 in production</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) due last week: too few to say</source>
        <translation>
            <numerusform>%n order due last week: too few to say</numerusform>
            <numerusform>%n orders due last week: too few to say</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) due last week, %1% on time</source>
        <translation>
            <numerusform>%n order due last week, %1% on time</numerusform>
            <numerusform>%n orders due last week, %1% on time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) due last week, %1% on time, as in the week before</source>
        <translation>
            <numerusform>%n order due last week, %1% on time, as in the week before</numerusform>
            <numerusform>%n orders due last week, %1% on time, as in the week before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) due last week, %1% on time, %2 points better than the week before</source>
        <translation>
            <numerusform>%n order due last week, %1% on time, %2 points better than the week before</numerusform>
            <numerusform>%n orders due last week, %1% on time, %2 points better than the week before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) due last week, %1% on time, %2 points worse than the week before</source>
        <translation>
            <numerusform>%n order due last week, %1% on time, %2 points worse than the week before</numerusform>
            <numerusform>%n orders due last week, %1% on time, %2 points worse than the week before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n</source>
        <translation>
            <numerusform>%1: %n</numerusform>
            <numerusform>%1: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n step(s) finished</source>
        <translation>
            <numerusform>%1: %n step finished</numerusform>
            <numerusform>%1: %n steps finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody called for help in %n day(s)</source>
        <translation>
            <numerusform>Nobody called for help in %n day</numerusform>
            <numerusform>Nobody called for help in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) for help in %1 days</source>
        <translation>
            <numerusform>%n call for help in %1 days</numerusform>
            <numerusform>%n calls for help in %1 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting now</source>
        <translation>
            <numerusform>%n waiting now</numerusform>
            <numerusform>%n waiting now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n not taken</numerusform>
            <numerusform>%n not taken</numerusform>
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
    <message numerus="yes">
        <source>Your turn: %n step(s)</source>
        <translation>
            <numerusform>Your turn: %n step</numerusform>
            <numerusform>Your turn: %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n while you were not to be disturbed</source>
        <translation>
            <numerusform>%n while you were not to be disturbed</numerusform>
            <numerusform>%n while you were not to be disturbed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n concern(s) you</source>
        <extracomment>1: &quot;5 while you were not to be disturbed&quot;</extracomment>
        <translation>
            <numerusform>%1, %n concerns you</numerusform>
            <numerusform>%1, %n concern you</numerusform>
        </translation>
    </message>
</context>
</TS>
