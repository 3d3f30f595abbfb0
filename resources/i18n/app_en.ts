<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>pressboard::client::Actions</name>
    <message>
        <source>Open board</source>
        <translation>Open board</translation>
    </message>
    <message>
        <source>Notices (%1)</source>
        <translation>Notices (%1)</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>For 1 hour</translation>
    </message>
    <message>
        <source>Until the end of today&apos;s work (%1)</source>
        <translation>Until the end of today&apos;s work (%1)</translation>
    </message>
    <message>
        <source>Until work starts tomorrow (%1)</source>
        <translation>Until work starts tomorrow (%1)</translation>
    </message>
    <message>
        <source>End do not disturb</source>
        <translation>End do not disturb</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>Sound off</translation>
    </message>
    <message>
        <source>Send notice…</source>
        <translation>Send notice…</translation>
    </message>
    <message>
        <source>Send test notice</source>
        <translation>Send test notice</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>Reconnect now</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Do not disturb</translation>
    </message>
    <message>
        <source>Do not disturb until %1</source>
        <translation>Do not disturb until %1</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Usual text size</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Wall mode</source>
        <translation>Wall mode</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Station mode</source>
        <translation>Station mode</translation>
    </message>
    <message>
        <source>What could not be read…</source>
        <translation>What could not be read…</translation>
    </message>
    <message>
        <source>Call for help…</source>
        <translation>Call for help…</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ActivityFeed</name>
    <message numerus="yes">
        <source>%n order(s) imported</source>
        <translation>
            <numerusform>%n order imported</numerusform>
            <numerusform>%n orders imported</numerusform>
        </translation>
    </message>
    <message>
        <source>Listed from %1 on, not what was before</source>
        <translation>Listed from %1 on, not what was before</translation>
    </message>
    <message>
        <source>Disconnected since %1</source>
        <translation>Disconnected since %1</translation>
    </message>
    <message>
        <source>Disconnected %1–%2, what happened meanwhile was added</source>
        <extracomment>1, 2: times</extracomment>
        <translation>Disconnected %1–%2, what happened meanwhile was added</translation>
    </message>
    <message>
        <source>Disconnected %1–%2, what happened meanwhile is not listed</source>
        <translation>Disconnected %1–%2, what happened meanwhile is not listed</translation>
    </message>
</context>
<context>
    <name>pressboard::client::AnswerColumns</name>
    <message>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>%1: %2 pending, %3 in production, %4 finished</source>
        <extracomment>1: a day, 2 to 4: numbers of orders</extracomment>
        <translation>%1: %2 pending, %3 in production, %4 finished</translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <translation>Not finished yet</translation>
    </message>
    <message numerus="yes">
        <source>Not finished yet; %n more later or without a date</source>
        <translation>
            <numerusform>Not finished yet; %n more later or without a date</numerusform>
            <numerusform>Not finished yet; %n more later or without a date</numerusform>
        </translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>a column</comment>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n step(s) finished</source>
        <translation>
            <numerusform>%1: %n step finished</numerusform>
            <numerusform>%1: %n steps finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n step(s) finished, usually %2</source>
        <translation>
            <numerusform>%1: %n step finished, usually %2</numerusform>
            <numerusform>%1: %n steps finished, usually %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished, %1</source>
        <translation>Finished, %1</translation>
    </message>
    <message numerus="yes">
        <source>Mean of the same weekday, %n week(s)</source>
        <translation>
            <numerusform>Mean of the same weekday, %n week</numerusform>
            <numerusform>Mean of the same weekday, %n weeks</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few cases to compare with</source>
        <translation>Too few cases to compare with</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>Week of %1</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n order(s), too few to say</source>
        <translation>
            <numerusform>%1: %n order, too few to say</numerusform>
            <numerusform>%1: %n orders, too few to say</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n order(s), %2 on time (%3%)</source>
        <translation>
            <numerusform>%1: %n order, %2 on time (%3%)</numerusform>
            <numerusform>%1: %n orders, %2 on time (%3%)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Weeks begin on Mondays; fewer than %n order(s) say nothing</source>
        <translation>
            <numerusform>Weeks begin on Mondays; fewer than %n order says nothing</numerusform>
            <numerusform>Weeks begin on Mondays; fewer than %n orders say nothing</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 due</source>
        <translation>%1 due</translation>
    </message>
</context>
<context>
    <name>pressboard::client::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Colors</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>System</source>
        <comment>the colors of</comment>
        <translation>System</translation>
    </message>
</context>
<context>
    <name>pressboard::client::Application</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Access code</source>
        <translation>Access code</translation>
    </message>
    <message>
        <source>The others do not know yet that you take it</source>
        <translation>The others do not know yet that you take it</translation>
    </message>
    <message>
        <source>The server did not take it. Look whether the alarm still stands, and try again.</source>
        <translation>The server did not take it. Look whether the alarm still stands, and try again.</translation>
    </message>
</context>
<context>
    <name>pressboard::client::AudiencePicker</name>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Everyone</translation>
    </message>
    <message>
        <source>Dept. %1</source>
        <translation>Dept. %1</translation>
    </message>
    <message>
        <source>Dept…</source>
        <translation>Dept…</translation>
    </message>
    <message>
        <source>User…</source>
        <translation>User…</translation>
    </message>
    <message>
        <source>User names, for example wangfang, lina</source>
        <translation>User names, for example wangfang, lina</translation>
    </message>
    <message>
        <source>Departments, for example 3, 5</source>
        <translation>Departments, for example 3, 5</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>pressboard::client::AuthorityDialog</name>
    <message>
        <source>Who vouches for the server</source>
        <translation>Who vouches for the server</translation>
    </message>
    <message>
        <source>Is this your shop&apos;s own authority?</source>
        <translation>Is this your shop&apos;s own authority?</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>From a file…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>It is: believe it</source>
        <translation>It is: believe it</translation>
    </message>
    <message>
        <source>This PC does not know who vouches for the certificate of %1, and the server does not say. Ask your admin for the authority&apos;s file, often called shop-ca.crt, and choose it here.</source>
        <extracomment>1: an address</extracomment>
        <translation>This PC does not know who vouches for the certificate of %1, and the server does not say. Ask your admin for the authority&apos;s file, often called shop-ca.crt, and choose it here.</translation>
    </message>
    <message>
        <source>This PC does not know who vouches for the certificate of %1. Have your admin read the fingerprint to you. Believe it only when it is the same: somebody else could read your access code otherwise.</source>
        <translation>This PC does not know who vouches for the certificate of %1. Have your admin read the fingerprint to you. Believe it only when it is the same: somebody else could read your access code otherwise.</translation>
    </message>
    <message>
        <source>%1, until %2. Fingerprint (SHA-256):</source>
        <extracomment>1: names out of a certificate, 2: a day</extracomment>
        <translation>%1, until %2. Fingerprint (SHA-256):</translation>
    </message>
    <message>
        <source>There is no certificate in it. It begins with -----BEGIN CERTIFICATE-----</source>
        <translation>There is no certificate in it. It begins with -----BEGIN CERTIFICATE-----</translation>
    </message>
    <message>
        <source>That is a server&apos;s certificate, not its authority&apos;s.</source>
        <translation>That is a server&apos;s certificate, not its authority&apos;s.</translation>
    </message>
    <message>
        <source>The authority&apos;s certificate</source>
        <translation>The authority&apos;s certificate</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer)</source>
        <translation>Certificates (*.crt *.pem *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
</context>
<context>
    <name>pressboard::client::Banner</name>
    <message>
        <source>Settings…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>Reconnect now</translation>
    </message>
</context>
<context>
    <name>pressboard::client::BoardPage</name>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>Ready to start</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>Recently completed</source>
        <translation>Recently completed</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>%1 today</translation>
    </message>
    <message>
        <source>Completed today</source>
        <translation>Completed today</translation>
    </message>
</context>
<context>
    <name>pressboard::client::BoardPanels</name>
    <message>
        <source>Lists</source>
        <translation>Lists</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completed</translation>
    </message>
</context>
<context>
    <name>pressboard::client::CallDesk</name>
    <message>
        <source>Too many calls in a short time. Wait a minute.</source>
        <translation>Too many calls in a short time. Wait a minute.</translation>
    </message>
    <message>
        <source>Nobody was called: the server did not take it. Go there yourself.</source>
        <translation>Nobody was called: the server did not take it. Go there yourself.</translation>
    </message>
</context>
<context>
    <name>pressboard::client::CallDialog</name>
    <message>
        <source>Call for help</source>
        <translation>Call for help</translation>
    </message>
</context>
<context>
    <name>pressboard::client::CallRows</name>
    <message numerus="yes">
        <source>%1: %n call(s)</source>
        <translation>
            <numerusform>%1: %n call</numerusform>
            <numerusform>%1: %n calls</numerusform>
        </translation>
    </message>
    <message>
        <source>usually taken after %1</source>
        <translation>usually taken after %1</translation>
    </message>
    <message>
        <source>at the longest after %1</source>
        <translation>at the longest after %1</translation>
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
    <message numerus="yes">
        <source>%n more kind(s) of call</source>
        <translation>
            <numerusform>%n more kind of call</numerusform>
            <numerusform>%n more kinds of call</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls</source>
        <comment>column of a chart</comment>
        <translation>Calls</translation>
    </message>
    <message>
        <source>Usual (median)</source>
        <comment>column of a chart</comment>
        <translation>Usual (median)</translation>
    </message>
    <message>
        <source>Longest</source>
        <comment>column of a chart</comment>
        <translation>Longest</translation>
    </message>
    <message>
        <source>Not taken</source>
        <comment>column of a chart</comment>
        <translation>Not taken</translation>
    </message>
    <message>
        <source>Call</source>
        <comment>column of a chart</comment>
        <translation>Call</translation>
    </message>
    <message>
        <source>too few cases</source>
        <translation>too few cases</translation>
    </message>
</context>
<context>
    <name>pressboard::client::CallSheet</name>
    <message>
        <source>Call for something else</source>
        <translation>Call for something else</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>What do you need?</source>
        <translation>What do you need?</translation>
    </message>
    <message>
        <source>Calling: %1</source>
        <translation>Calling: %1</translation>
    </message>
    <message>
        <source>Called: %1</source>
        <translation>Called: %1</translation>
    </message>
    <message numerus="yes">
        <source>Goes in %n s. Cancel within 5 s</source>
        <translation>
            <numerusform>Goes in %n s. Cancel within 5 s</numerusform>
            <numerusform>Goes in %n s. Cancel within 5 s</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Nobody took it yet. It rings until somebody does</source>
        <translation>Nobody took it yet. It rings until somebody does</translation>
    </message>
    <message>
        <source>One touch calls; you have 5 s to take it back</source>
        <translation>One touch calls; you have 5 s to take it back</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ChartCard</name>
    <message>
        <source>Copy as image</source>
        <translation>Copy as image</translation>
    </message>
    <message>
        <source>Copy as image: %1</source>
        <translation>Copy as image: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Print: %1</source>
        <translation>Print: %1</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ChartsPage</name>
    <message>
        <source>Charts</source>
        <translation>Charts</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ChartsSheet</name>
    <message>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Due %1</translation>
    </message>
    <message>
        <source>Ready for %1</source>
        <translation>Ready for %1</translation>
    </message>
    <message>
        <source>Steps finished %1</source>
        <translation>Steps finished %1</translation>
    </message>
    <message>
        <source>Running too long</source>
        <translation>Running too long</translation>
    </message>
    <message>
        <source>%1 finished in 30 days</source>
        <translation>%1 finished in 30 days</translation>
    </message>
    <message>
        <source>Due in the week of %1</source>
        <translation>Due in the week of %1</translation>
    </message>
    <message>
        <source>Will we make what is due today? Are the next two weeks crowded?</source>
        <translation>Will we make what is due today? Are the next two weeks crowded?</translation>
    </message>
    <message>
        <source>At which step is work piling up?</source>
        <translation>At which step is work piling up?</translation>
    </message>
    <message>
        <source>How much was done, against what is usual?</source>
        <translation>How much was done, against what is usual?</translation>
    </message>
    <message>
        <source>Which steps were started and forgotten, or not reported?</source>
        <translation>Which steps were started and forgotten, or not reported?</translation>
    </message>
    <message>
        <source>Elapsed is by the clock, as on the board; usual is working time</source>
        <translation>Elapsed is by the clock, as on the board; usual is working time</translation>
    </message>
    <message>
        <source>How much work is in hand, and how far is it?</source>
        <translation>How much work is in hand, and how far is it?</translation>
    </message>
    <message>
        <source>How long does a step usually take? (30 days; bar: half of the cases, line: nine in ten)</source>
        <translation>How long does a step usually take? (30 days; bar: half of the cases, line: nine in ten)</translation>
    </message>
    <message>
        <source>How much was delivered on time last week?</source>
        <translation>How much was delivered on time last week?</translation>
    </message>
    <message>
        <source>Working time only, %1 (1 day = %2)</source>
        <translation>Working time only, %1 (1 day = %2)</translation>
    </message>
    <message>
        <source>%1 finished: %2</source>
        <translation>%1 finished: %2</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>What did the shift do, and what does it leave?</source>
        <translation>What did the shift do, and what does it leave?</translation>
    </message>
    <message>
        <source>%1; the mark is the same shift last week; running and ready: now</source>
        <translation>%1; the mark is the same shift last week; running and ready: now</translation>
    </message>
    <message>
        <source>Called for help: %1</source>
        <translation>Called for help: %1</translation>
    </message>
    <message>
        <source>How long does a call for help take until somebody takes it?</source>
        <translation>How long does a call for help take until somebody takes it?</translation>
    </message>
    <message>
        <source>Calls that reach you, by the clock</source>
        <translation>Calls that reach you, by the clock</translation>
    </message>
</context>
<context>
    <name>pressboard::client::Closing</name>
    <message>
        <source>Pressboard keeps running</source>
        <translation>Pressboard keeps running</translation>
    </message>
    <message>
        <source>Notifications will still appear. The icon beside the clock brings the board back; its menu ends the program.</source>
        <translation>Notifications will still appear. The icon beside the clock brings the board back; its menu ends the program.</translation>
    </message>
    <message>
        <source>Notifications will still appear. The board is minimised; its menu ends the program.</source>
        <translation>Notifications will still appear. The board is minimised; its menu ends the program.</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ColumnTable</name>
    <message>
        <source>Tomorrow</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Elapsed</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Held at</source>
        <translation>Held at</translation>
    </message>
    <message>
        <source>Now at</source>
        <translation>Now at</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Expected</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ConnectionPage</name>
    <message>
        <source>Connection</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>A server and an access code that work are used at once.</source>
        <translation>A server and an access code that work are used at once.</translation>
    </message>
    <message>
        <source>Use anyway</source>
        <translation>Use anyway</translation>
    </message>
    <message>
        <source>The access code is kept in this system&apos;s keychain.</source>
        <translation>The access code is kept in this system&apos;s keychain.</translation>
    </message>
    <message>
        <source>The access code is kept in a file that only you may read: %1</source>
        <translation>The access code is kept in a file that only you may read: %1</translation>
    </message>
    <message>
        <source>An access code will be kept in this system&apos;s keychain.</source>
        <translation>An access code will be kept in this system&apos;s keychain.</translation>
    </message>
    <message>
        <source>This system has no keychain: an access code will be kept in a file that only you may read.</source>
        <translation>This system has no keychain: an access code will be kept in a file that only you may read.</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ConnectionProbe</name>
    <message>
        <source>Something answers there, but it is no Pressboard server</source>
        <translation>Something answers there, but it is no Pressboard server</translation>
    </message>
    <message>
        <source>The access code is wrong or was revoked. Ask your admin</source>
        <translation>The access code is wrong or was revoked. Ask your admin</translation>
    </message>
    <message>
        <source>This access code may not connect from here. Ask your admin</source>
        <translation>This access code may not connect from here. Ask your admin</translation>
    </message>
    <message>
        <source>The server takes no more connections. Try again later</source>
        <translation>The server takes no more connections. Try again later</translation>
    </message>
    <message>
        <source>The server is starting, or its data is not there yet. Try again in a moment</source>
        <translation>The server is starting, or its data is not there yet. Try again in a moment</translation>
    </message>
    <message>
        <source>This access code shows notices only, no orders.</source>
        <translation>This access code shows notices only, no orders.</translation>
    </message>
    <message>
        <source>see the orders</source>
        <translation>see the orders</translation>
    </message>
    <message>
        <source>send notices</source>
        <translation>send notices</translation>
    </message>
    <message>
        <source>report events</source>
        <translation>report events</translation>
    </message>
    <message>
        <source>manage users</source>
        <translation>manage users</translation>
    </message>
    <message>
        <source>This access code may: %1.</source>
        <extracomment>1: what one may do, with commas between</extracomment>
        <translation>This access code may: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>This PC&apos;s clock is right.</source>
        <translation>This PC&apos;s clock is right.</translation>
    </message>
    <message numerus="yes">
        <source>This PC&apos;s clock is %n minute(s) fast: set it right.</source>
        <translation>
            <numerusform>This PC&apos;s clock is %n minute fast: set it right.</numerusform>
            <numerusform>This PC&apos;s clock is %n minutes fast: set it right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This PC&apos;s clock is %n minute(s) slow: set it right.</source>
        <translation>
            <numerusform>This PC&apos;s clock is %n minute slow: set it right.</numerusform>
            <numerusform>This PC&apos;s clock is %n minutes slow: set it right.</numerusform>
        </translation>
    </message>
    <message>
        <source>It works: server %1.</source>
        <translation>It works: server %1.</translation>
    </message>
    <message>
        <source>It works: %1, server %2.</source>
        <extracomment>1: a shop&apos;s name, 2: a version</extracomment>
        <translation>It works: %1, server %2.</translation>
    </message>
    <message>
        <source>You are %1 there.</source>
        <translation>You are %1 there.</translation>
    </message>
    <message>
        <source>Signed in anonymously.</source>
        <translation>Signed in anonymously.</translation>
    </message>
    <message>
        <source>Server (%1) and program (%2) do not fit together. Update the older one</source>
        <extracomment>1 and 2: versions</extracomment>
        <translation>Server (%1) and program (%2) do not fit together. Update the older one</translation>
    </message>
    <message>
        <source>This PC does not know who vouches for the server&apos;s certificate. Ask your admin</source>
        <translation>This PC does not know who vouches for the server&apos;s certificate. Ask your admin</translation>
    </message>
    <message>
        <source>The server&apos;s certificate begins on %1 only. Is this PC&apos;s clock right?</source>
        <extracomment>1: a day</extracomment>
        <translation>The server&apos;s certificate begins on %1 only. Is this PC&apos;s clock right?</translation>
    </message>
    <message>
        <source>The server&apos;s certificate ended on %1. Is this PC&apos;s clock right? Else your admin has to renew it</source>
        <extracomment>1: a day</extracomment>
        <translation>The server&apos;s certificate ended on %1. Is this PC&apos;s clock right? Else your admin has to renew it</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for %1, and for no other address. Type it, or ask your admin</source>
        <extracomment>1: names and addresses, with commas between</extracomment>
        <translation>The server&apos;s certificate is for %1, and for no other address. Type it, or ask your admin</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not accepted. Ask your admin</source>
        <translation>The server&apos;s certificate is not accepted. Ask your admin</translation>
    </message>
    <message>
        <source>No secure connection: nothing there speaks TLS. Is the port right? Ask your admin</source>
        <translation>No secure connection: nothing there speaks TLS. Is the port right? Ask your admin</translation>
    </message>
</context>
<context>
    <name>pressboard::client::CsvExport</name>
    <message>
        <source>Orders %1.csv</source>
        <extracomment>A file&apos;s name; 1: a date</extracomment>
        <translation>Orders %1.csv</translation>
    </message>
    <message>
        <source>Export orders</source>
        <translation>Export orders</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tables (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n orders saved as %1</source>
        <translation>
            <numerusform>%n order saved as %1</numerusform>
            <numerusform>%n orders saved as %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::DBusNativeToasts</name>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>pressboard::client::Dialogs</name>
    <message>
        <source>The test notice was not sent</source>
        <translation>The test notice was not sent</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Notice</translation>
    </message>
</context>
<context>
    <name>pressboard::client::DueSentence</name>
    <message>
        <source>Nothing must go out today</source>
        <translation>Nothing must go out today</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) must go out today</source>
        <translation>
            <numerusform>%n order must go out today</numerusform>
            <numerusform>%n orders must go out today</numerusform>
        </translation>
    </message>
    <message>
        <source>.  </source>
        <comment>between what must go out today and tomorrow</comment>
        <extracomment>between two sentences</extracomment>
        <translation>.  </translation>
    </message>
    <message numerus="yes">
        <source>Tomorrow %n order(s)</source>
        <translation>
            <numerusform>Tomorrow %n order</numerusform>
            <numerusform>Tomorrow %n orders</numerusform>
        </translation>
    </message>
    <message>
        <source>: </source>
        <translation>: </translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>1: in time, at risk, too late; 2: how many</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>pressboard::client::DurationRows</name>
    <message>
        <source>%1: too few cases (%2)</source>
        <translation>%1: too few cases (%2)</translation>
    </message>
    <message>
        <source>%1: half within %2, nine in ten within %3 (%4)</source>
        <translation>%1: half within %2, nine in ten within %3 (%4)</translation>
    </message>
    <message numerus="yes">
        <source>%n more step(s)</source>
        <translation>
            <numerusform>%n more step</numerusform>
            <numerusform>%n more steps</numerusform>
        </translation>
    </message>
    <message>
        <source>too few cases</source>
        <translation>too few cases</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 times</translation>
    </message>
</context>
<context>
    <name>pressboard::client::Feed</name>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
</context>
<context>
    <name>pressboard::client::FeedRow</name>
    <message>
        <source>Unread</source>
        <translation>Unread</translation>
    </message>
</context>
<context>
    <name>pressboard::client::FilterBar</name>
    <message>
        <source>All types</source>
        <translation>All types</translation>
    </message>
    <message>
        <source>Any due date</source>
        <translation>Any due date</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>Due in 3 days</source>
        <translation>Due in 3 days</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Ascending</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Descending</translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation>Standard columns</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Sort: %1</source>
        <extracomment>1: the name of a column</extracomment>
        <translation>Sort: %1</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Show all orders again</source>
        <translation>Show all orders again</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n order(s) for the customer</source>
        <translation>
            <numerusform>Copy %n order for the customer</numerusform>
            <numerusform>Copy %n orders for the customer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n order(s) as a table</source>
        <translation>
            <numerusform>Copy %n order as a table</numerusform>
            <numerusform>Copy %n orders as a table</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %n order(s)…</source>
        <translation>
            <numerusform>Print %n order…</numerusform>
            <numerusform>Print %n orders…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n order(s) as a file…</source>
        <translation>
            <numerusform>Save %n order as a file…</numerusform>
            <numerusform>Save %n orders as a file…</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy, print or save what is selected here, or all that is listed</source>
        <translation>Copy, print or save what is selected here, or all that is listed</translation>
    </message>
</context>
<context>
    <name>pressboard::client::FirstRunDialog</name>
    <message>
        <source>Pressboard</source>
        <translation>Pressboard</translation>
    </message>
    <message>
        <source>Where is the board&apos;s server?</source>
        <translation>Where is the board&apos;s server?</translation>
    </message>
    <message>
        <source>Both are on the paper from your admin. They are tried before they are taken.</source>
        <translation>Both are on the paper from your admin. They are tried before they are taken.</translation>
    </message>
    <message>
        <source>This station</source>
        <translation>This station</translation>
    </message>
    <message>
        <source>Station name</source>
        <translation>Station name</translation>
    </message>
    <message>
        <source>My steps</source>
        <translation>My steps</translation>
    </message>
    <message>
        <source>What is chosen here tells you by a toast and a sound when it is your turn. The office chooses none.</source>
        <translation>What is chosen here tells you by a toast and a sound when it is your turn. The office chooses none.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Test and go on</source>
        <translation>Test and go on</translation>
    </message>
    <message>
        <source>Open board</source>
        <translation>Open board</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ForgottenRows</name>
    <message>
        <source>%1, %2 %3, %4: running for %5, usually %6</source>
        <translation>%1, %2 %3, %4: running for %5, usually %6</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>Order no.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Elapsed</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Usual</translation>
    </message>
</context>
<context>
    <name>pressboard::client::GeneralPage</name>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Pressboard %1
Settings file: %2</source>
        <translation>Pressboard %1
Settings file: %2</translation>
    </message>
    <message>
        <source>Start Pressboard when I log in</source>
        <translation>Start Pressboard when I log in</translation>
    </message>
    <message>
        <source>Then begin without a window, in the tray</source>
        <translation>Then begin without a window, in the tray</translation>
    </message>
    <message>
        <source>Closing the window keeps Pressboard running. Notifications will still appear.</source>
        <translation>Closing the window keeps Pressboard running. Notifications will still appear.</translation>
    </message>
</context>
<context>
    <name>pressboard::client::HandBar</name>
    <message>
        <source>%1 %2</source>
        <extracomment>1: a status, 2: how many orders have it</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>pressboard::client::HeaderBar</name>
    <message numerus="yes">
        <source>Notices, %n unread</source>
        <translation>
            <numerusform>Notices, %n unread</numerusform>
            <numerusform>Notices, %n unread</numerusform>
        </translation>
    </message>
    <message>
        <source>Station %1</source>
        <translation>Station %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Send notice…</source>
        <translation>Send notice…</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s) for your turn</source>
        <extracomment>1: how many notices are unread</extracomment>
        <translation>
            <numerusform>%1, %n step for your turn</numerusform>
            <numerusform>%1, %n steps for your turn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::HeaderWords</name>
    <message>
        <source>Do not disturb</source>
        <translation>Do not disturb</translation>
    </message>
    <message>
        <source>Do not disturb until %1</source>
        <translation>Do not disturb until %1</translation>
    </message>
</context>
<context>
    <name>pressboard::client::LookBox</name>
    <message>
        <source>As the desk</source>
        <translation>As the desk</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
</context>
<context>
    <name>pressboard::client::MainWindow</name>
    <message>
        <source>Pressboard</source>
        <translation>Pressboard</translation>
    </message>
    <message>
        <source>%1 – Pressboard</source>
        <translation>%1 – Pressboard</translation>
    </message>
</context>
<context>
    <name>pressboard::client::MoreLine</name>
    <message numerus="yes">
        <source>%n more row(s) ↓</source>
        <translation>
            <numerusform>%n more row ↓</numerusform>
            <numerusform>%n more rows ↓</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::NewRowsChip</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation>To the newest</translation>
    </message>
</context>
<context>
    <name>pressboard::client::NoticeFeed</name>
    <message>
        <source>In force now</source>
        <translation>In force now</translation>
    </message>
    <message>
        <source>Replaced %1</source>
        <translation>Replaced %1</translation>
    </message>
    <message>
        <source>Withdrawn %1</source>
        <translation>Withdrawn %1</translation>
    </message>
    <message>
        <source>Replaced by %1, %2</source>
        <extracomment>1: who, 2: when</extracomment>
        <translation>Replaced by %1, %2</translation>
    </message>
    <message>
        <source>Withdrawn by %1, %2</source>
        <translation>Withdrawn by %1, %2</translation>
    </message>
    <message>
        <source>Expired %1</source>
        <translation>Expired %1</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>Valid until %1</translation>
    </message>
</context>
<context>
    <name>pressboard::client::NoticeSender</name>
    <message>
        <source>Test, nothing to do</source>
        <translation>Test, nothing to do</translation>
    </message>
    <message>
        <source>Withdrawn: it goes from all screens.</source>
        <translation>Withdrawn: it goes from all screens.</translation>
    </message>
    <message>
        <source>Not withdrawn. %1</source>
        <translation>Not withdrawn. %1</translation>
    </message>
    <message>
        <source>Not sent. %1</source>
        <translation>Not sent. %1</translation>
    </message>
    <message>
        <source>You do not have the right to.</source>
        <translation>You do not have the right to.</translation>
    </message>
    <message>
        <source>Too many at once: try again in a minute.</source>
        <translation>Too many at once: try again in a minute.</translation>
    </message>
    <message>
        <source>The server did not take it: %1</source>
        <translation>The server did not take it: %1</translation>
    </message>
    <message>
        <source>The server did not answer: see in the notices whether it arrived before you try again.</source>
        <translation>The server did not answer: see in the notices whether it arrived before you try again.</translation>
    </message>
    <message numerus="yes">
        <source>Sent to %1, %n online.</source>
        <extracomment>1: everyone, a department or names</extracomment>
        <translation>
            <numerusform>Sent to %1, %n station online.</numerusform>
            <numerusform>Sent to %1, %n stations online.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminded.</source>
        <translation>
            <numerusform>%n reminded.</numerusform>
            <numerusform>%n reminded.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody was reminded. %1</source>
        <translation>Nobody was reminded. %1</translation>
    </message>
</context>
<context>
    <name>pressboard::client::NoticesPage</name>
    <message>
        <source>Notices</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Play a sound with important toasts</source>
        <translation>Play a sound with important toasts</translation>
    </message>
    <message>
        <source>Toasts for started and finished steps, too</source>
        <translation>Toasts for started and finished steps, too</translation>
    </message>
    <message>
        <source>Toasts for messages of unknown types, too</source>
        <translation>Toasts for messages of unknown types, too</translation>
    </message>
</context>
<context>
    <name>pressboard::client::NoticesPanel</name>
    <message>
        <source>Nothing found</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>No notices in the last 7 days</source>
        <translation>No notices in the last 7 days</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Nothing happened yet</translation>
    </message>
    <message>
        <source>on</source>
        <translation>on</translation>
    </message>
    <message>
        <source>off</source>
        <translation>off</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Notices and activity</source>
        <translation>Notices and activity</translation>
    </message>
    <message>
        <source>Search here</source>
        <translation>Search here</translation>
    </message>
    <message>
        <source>A word of the text, a sender, an order; Esc clears</source>
        <translation>A word of the text, a sender, an order; Esc clears</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>All read</translation>
    </message>
    <message>
        <source>My steps</source>
        <translation>My steps</translation>
    </message>
    <message>
        <source>Only what concerns the steps of this station</source>
        <translation>Only what concerns the steps of this station</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>pressboard::client::NumbersStrip</name>
    <message>
        <source>Overdue %1</source>
        <translation>Overdue %1</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Today %1</translation>
    </message>
    <message>
        <source>3 days %1</source>
        <translation>3 days %1</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numbers</translation>
    </message>
</context>
<context>
    <name>pressboard::client::OrderActions</name>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Open in the CRM</source>
        <translation>Open in the CRM</translation>
    </message>
    <message>
        <source>Report work in the CRM</source>
        <translation>Report work in the CRM</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) copied</source>
        <translation>
            <numerusform>%n order copied</numerusform>
            <numerusform>%n orders copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message>
        <source>Print orders</source>
        <translation>Print orders</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n order(s)</source>
        <translation>
            <numerusform>Copy %n order</numerusform>
            <numerusform>Copy %n orders</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Copy as a table</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Print…</translation>
    </message>
    <message numerus="yes">
        <source>Print %n order(s)…</source>
        <translation>
            <numerusform>Print %n order…</numerusform>
            <numerusform>Print %n orders…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::OrderDetail</name>
    <message>
        <source>Report work in the CRM</source>
        <translation>Report work in the CRM</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Open in the CRM</source>
        <translation>Open in the CRM</translation>
    </message>
    <message>
        <source>Choose an order to see its steps</source>
        <translation>Choose an order to see its steps</translation>
    </message>
    <message>
        <source>This order is gone</source>
        <translation>This order is gone</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>pressboard::client::OrderPopup</name>
    <message numerus="yes">
        <source>%n order(s) have the code %1.</source>
        <translation>
            <numerusform>%n order has the code %1.</numerusform>
            <numerusform>%n orders have the code %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>No order has this code</source>
        <translation>No order has this code</translation>
    </message>
    <message>
        <source>Which order is meant?</source>
        <translation>Which order is meant?</translation>
    </message>
</context>
<context>
    <name>pressboard::client::OrdersPage</name>
    <message>
        <source>Orders</source>
        <translation>Orders</translation>
    </message>
    <message numerus="yes">
        <source>None here. Under “All” there are %n.</source>
        <translation>
            <numerusform>None here. Under “All” there is %n.</numerusform>
            <numerusform>None here. Under “All” there are %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found. Esc clears the search; filters stand above.</source>
        <translation>Nothing found. Esc clears the search; filters stand above.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nothing found</translation>
    </message>
</context>
<context>
    <name>pressboard::client::OrdersPaper</name>
    <message>
        <source>Order no.</source>
        <translation>Order no.</translation>
    </message>
    <message>
        <source>Customer, product</source>
        <translation>Customer, product</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>pressboard::client::PanelTitle</name>
    <message>
        <source>Filter and sort %1</source>
        <translation>Filter and sort %1</translation>
    </message>
    <message>
        <source>%1 shows %2 only</source>
        <translation>%1 shows %2 only</translation>
    </message>
    <message>
        <source>Show all of %1</source>
        <translation>Show all of %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>My steps</source>
        <translation>My steps</translation>
    </message>
</context>
<context>
    <name>pressboard::client::PrintDialog</name>
    <message>
        <source>Sent to the printer</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>Not printed: the printer did not take it. Try another one, or print into a PDF.</source>
        <translation>Not printed: the printer did not take it. Try another one, or print into a PDF.</translation>
    </message>
</context>
<context>
    <name>pressboard::client::QueueRows</name>
    <message>
        <source>too few cases</source>
        <translation>too few cases</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n ready to start, usual wait %2 (%3 times)</source>
        <translation>
            <numerusform>%1: %n ready to start, usual wait %2 (%3 times)</numerusform>
            <numerusform>%1: %n ready to start, usual wait %2 (%3 times)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n ready to start, usual wait unknown (%2 times)</source>
        <translation>
            <numerusform>%1: %n ready to start, usual wait unknown (%2 times)</numerusform>
            <numerusform>%1: %n ready to start, usual wait unknown (%2 times)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more step(s)</source>
        <translation>
            <numerusform>%n more step</numerusform>
            <numerusform>%n more steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Ready</source>
        <comment>column of a chart</comment>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Usual wait</source>
        <translation>Usual wait</translation>
    </message>
</context>
<context>
    <name>pressboard::client::QuietFields</name>
    <message>
        <source>Your turn</source>
        <translation>Your turn</translation>
    </message>
    <message>
        <source>Notices of level Attention</source>
        <translation>Notices of level Attention</translation>
    </message>
    <message>
        <source>All other news</source>
        <translation>All other news</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Quiet hours</translation>
    </message>
    <message>
        <source>Add hours</source>
        <translation>Add hours</translation>
    </message>
    <message>
        <source>Outside working hours</source>
        <translation>Outside working hours</translation>
    </message>
    <message>
        <source>Important notices, alarms and orders of mine that must stop always come. These come, too:</source>
        <translation>Important notices, alarms and orders of mine that must stop always come. These come, too:</translation>
    </message>
    <message>
        <source>with sound</source>
        <translation>with sound</translation>
    </message>
    <message>
        <source>%1, with sound</source>
        <translation>%1, with sound</translation>
    </message>
</context>
<context>
    <name>pressboard::client::QuietSpanRow</name>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>pressboard::client::RangeChoice</name>
    <message>
        <source>Range</source>
        <translation>Range</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>Copies what this shift did and leaves, as a text</source>
        <translation>Copies what this shift did and leaves, as a text</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ReceiptRows</name>
    <message>
        <source>All confirmed it</source>
        <translation>All confirmed it</translation>
    </message>
    <message>
        <source>All saw it</source>
        <translation>All saw it</translation>
    </message>
    <message>
        <source>Confirmed (%1)</source>
        <translation>Confirmed (%1)</translation>
    </message>
    <message>
        <source>Seen (%1)</source>
        <translation>Seen (%1)</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ReceiptWords</name>
    <message>
        <source>Delivered %1/%2</source>
        <translation>Delivered %1/%2</translation>
    </message>
    <message>
        <source>Seen %1</source>
        <translation>Seen %1</translation>
    </message>
    <message>
        <source>Confirmed %1</source>
        <translation>Confirmed %1</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Seen, not confirmed</source>
        <translation>Seen, not confirmed</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>On the wall</source>
        <translation>On the wall</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Online, not seen</source>
        <translation>Online, not seen</translation>
    </message>
    <message>
        <source>Online, not delivered</source>
        <translation>Online, not delivered</translation>
    </message>
</context>
<context>
    <name>pressboard::client::RenameDialog</name>
    <message>
        <source>Rename station</source>
        <translation>Rename station</translation>
    </message>
    <message>
        <source>Name (empty: the one it gives itself)</source>
        <translation>Name (empty: the one it gives itself)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
</context>
<context>
    <name>pressboard::client::RowDelegate</name>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ScreenStrip</name>
    <message>
        <source>Hold Esc for 2 seconds to leave</source>
        <translation>Hold Esc for 2 seconds to leave</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ScreenWords</name>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>showing data from %1</source>
        <extracomment>The moment is a time, with a date before it when that is not today&apos;s.</extracomment>
        <translation>showing data from %1</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>reconnecting</translation>
    </message>
    <message>
        <source>Retrying every minute.</source>
        <translation>Retrying every minute.</translation>
    </message>
    <message>
        <source>No server set</source>
        <translation>No server set</translation>
    </message>
    <message>
        <source>Hold Esc for 2 seconds, then set the server&apos;s address in the settings.</source>
        <translation>Hold Esc for 2 seconds, then set the server&apos;s address in the settings.</translation>
    </message>
    <message>
        <source>Access code refused. Ask your admin</source>
        <translation>Access code refused. Ask your admin</translation>
    </message>
    <message>
        <source>This access code may not see the board. Ask your admin</source>
        <translation>This access code may not see the board. Ask your admin</translation>
    </message>
    <message>
        <source>No Pressboard server at this address</source>
        <translation>No Pressboard server at this address</translation>
    </message>
    <message>
        <source>Server and program do not fit together. Update the older one</source>
        <translation>Server and program do not fit together. Update the older one</translation>
    </message>
    <message>
        <source>The board comes as soon as the server answers.</source>
        <translation>The board comes as soon as the server answers.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Not connected</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SearchField</name>
    <message>
        <source>Order / customer / product, or scan</source>
        <translation>Order / customer / product, or scan</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Order number, customer, product or their pinyin initials; Enter opens, Esc clears</source>
        <translation>Order number, customer, product or their pinyin initials; Enter opens, Esc clears</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SendNoticeDialog</name>
    <message>
        <source>Send notice</source>
        <translation>Send notice</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>Valid for</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>Important</translation>
    </message>
    <message>
        <source>Send test notice</source>
        <translation>Send test notice</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>About the order (optional)</source>
        <translation>About the order (optional)</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>Order no.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>The connection broke while sending. It goes on within half a minute, if the server is back by then.</source>
        <translation>The connection broke while sending. It goes on within half a minute, if the server is back by then.</translation>
    </message>
    <message>
        <source>No connection to the server: nothing can be sent now. The text stays here.</source>
        <translation>No connection to the server: nothing can be sent now. The text stays here.</translation>
    </message>
    <message>
        <source>There is no order with this number.</source>
        <translation>There is no order with this number.</translation>
    </message>
    <message>
        <source>%1 sends it</source>
        <translation>%1 sends it</translation>
    </message>
    <message>
        <source>Ask for confirmation: the others press “Got it”</source>
        <translation>Ask for confirmation: the others press “Got it”</translation>
    </message>
    <message>
        <source>Ring until somebody takes it</source>
        <translation>Ring until somebody takes it</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SentNoticeList</name>
    <message>
        <source>What you send stands here, and can be withdrawn.</source>
        <translation>What you send stands here, and can be withdrawn.</translation>
    </message>
    <message>
        <source>Only an admin can withdraw a notice.</source>
        <translation>Only an admin can withdraw a notice.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SentNoticeRow</name>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n online</numerusform>
            <numerusform>%n online</numerusform>
        </translation>
    </message>
    <message>
        <source>Who has not seen it</source>
        <translation>Who has not seen it</translation>
    </message>
    <message>
        <source>Withdrawing…</source>
        <translation>Withdrawing…</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Withdraw</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ServerFields</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>192.168.1.10 or a name</source>
        <translation>192.168.1.10 or a name</translation>
    </message>
    <message>
        <source>Access code</source>
        <translation>Access code</translation>
    </message>
    <message>
        <source>From your admin</source>
        <translation>From your admin</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Test connection</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Trying…</translation>
    </message>
    <message>
        <source>Whose certificate is it?</source>
        <translation>Whose certificate is it?</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SettingsPage</name>
    <message>
        <source>What is grey here was set for many PCs in %1.</source>
        <translation>What is grey here was set for many PCs in %1.</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ShiftRows</name>
    <message>
        <source>%1: %2 finished, %3 in the same shift last week; now %4 running, %5 ready</source>
        <extracomment>1: a step; 2 to 5: numbers of it</extracomment>
        <translation>%1: %2 finished, %3 in the same shift last week; now %4 running, %5 ready</translation>
    </message>
    <message numerus="yes">
        <source>%n more step(s)</source>
        <translation>
            <numerusform>%n more step</numerusform>
            <numerusform>%n more steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Last week</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Ready</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Board, orders, charts</source>
        <translation>Board, orders, charts</translation>
    </message>
    <message>
        <source>Letters, digits, scanner</source>
        <translation>Letters, digits, scanner</translation>
    </message>
    <message>
        <source>Search, wherever you are</source>
        <translation>Search, wherever you are</translation>
    </message>
    <message>
        <source>Go to the search</source>
        <translation>Go to the search</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>Open the order</translation>
    </message>
    <message>
        <source>Clear the search, close what is open</source>
        <translation>Clear the search, close what is open</translation>
    </message>
    <message>
        <source>To the next list or button</source>
        <translation>To the next list or button</translation>
    </message>
    <message>
        <source>To the next row</source>
        <translation>To the next row</translation>
    </message>
    <message>
        <source>To the next tab</source>
        <translation>To the next tab</translation>
    </message>
    <message>
        <source>Fold or unfold, filter a list</source>
        <translation>Fold or unfold, filter a list</translation>
    </message>
    <message>
        <source>Select all; several by Ctrl or Shift</source>
        <translation>Select all; several by Ctrl or Shift</translation>
    </message>
    <message>
        <source>Copy orders for the customer</source>
        <translation>Copy orders for the customer</translation>
    </message>
    <message>
        <source>Copy orders as a table</source>
        <translation>Copy orders as a table</translation>
    </message>
    <message>
        <source>Print orders</source>
        <translation>Print orders</translation>
    </message>
    <message>
        <source>What can be done with the order</source>
        <translation>What can be done with the order</translation>
    </message>
    <message>
        <source>Larger, smaller, usual text</source>
        <translation>Larger, smaller, usual text</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Menu: notices, settings and all else</source>
        <translation>Menu: notices, settings and all else</translation>
    </message>
    <message>
        <source>Notices, activity</source>
        <translation>Notices, activity</translation>
    </message>
    <message>
        <source>Send notice</source>
        <translation>Send notice</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Menu key</source>
        <translation>Menu key</translation>
    </message>
    <message>
        <source>Toasts: got it, to the next, open</source>
        <translation>Toasts: got it, to the next, open</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>Call for help</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SilenceSheet</name>
    <message>
        <source>No data from the CRM</source>
        <translation>No data from the CRM</translation>
    </message>
    <message>
        <source>Last heard of it: %1</source>
        <translation>Last heard of it: %1</translation>
    </message>
    <message>
        <source>The last change: %1</source>
        <translation>The last change: %1</translation>
    </message>
    <message>
        <source>This board and its server are connected. Look whether the CRM runs and sends, and what pressboardctl status says on the server.</source>
        <translation>This board and its server are connected. Look whether the CRM runs and sends, and what pressboardctl status says on the server.</translation>
    </message>
    <message>
        <source>This board and its server are connected. If work goes on and is reported in the CRM, tell your admin.</source>
        <translation>This board and its server are connected. If work goes on and is reported in the CRM, tell your admin.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SoundFields</name>
    <message>
        <source>Changes to my orders, work reopened</source>
        <translation>Changes to my orders, work reopened</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Your turn</translation>
    </message>
    <message>
        <source>Notices of level Attention</source>
        <translation>Notices of level Attention</translation>
    </message>
    <message>
        <source>Important notices, overdue, cancelled</source>
        <translation>Important notices, overdue, cancelled</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Listen: %1</source>
        <translation>Listen: %1</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationBoard</name>
    <message>
        <source>Done at about</source>
        <translation>Done at about</translation>
    </message>
    <message>
        <source>Usually takes</source>
        <translation>Usually takes</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationCard</name>
    <message>
        <source>No order has this code</source>
        <translation>No order has this code</translation>
    </message>
    <message>
        <source>Which order is meant?</source>
        <translation>Which order is meant?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Got it ↵</source>
        <translation>Got it ↵</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationController</name>
    <message>
        <source>The board stands at a machine</source>
        <translation>The board stands at a machine</translation>
    </message>
    <message>
        <source>Which steps does this station work on?</source>
        <translation>Which steps does this station work on?</translation>
    </message>
    <message>
        <source>Hold Esc for 2 seconds, then choose My steps in the settings under Station.</source>
        <translation>Hold Esc for 2 seconds, then choose My steps in the settings under Station.</translation>
    </message>
    <message>
        <source>Scanned %1</source>
        <translation>Scanned %1</translation>
    </message>
    <message>
        <source>closes in %1 s, or press Esc</source>
        <translation>closes in %1 s, or press Esc</translation>
    </message>
    <message>
        <source>Your turn: %1  %2  %3</source>
        <extracomment>1: a step, 2: the number of an order, 3: a customer</extracomment>
        <translation>Your turn: %1  %2  %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Got it: any key</source>
        <translation>Got it: any key</translation>
    </message>
    <message>
        <source>and %1</source>
        <translation>and %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Close: any key</source>
        <translation>Close: any key</translation>
    </message>
    <message>
        <source>I&apos;ll take it: Enter, or touch here</source>
        <translation>I&apos;ll take it: Enter, or touch here</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationCurrent</name>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Elapsed</translation>
    </message>
    <message numerus="yes">
        <source>%n more step(s)</source>
        <translation>
            <numerusform>%n more step</numerusform>
            <numerusform>%n more steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationDesk</name>
    <message>
        <source>Not changed: the server did not take it.</source>
        <translation>Not changed: the server did not take it.</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationList</name>
    <message numerus="yes">
        <source>%n more order(s)</source>
        <translation>
            <numerusform>%n more order</numerusform>
            <numerusform>%n more orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationOrderFacts</name>
    <message>
        <source>In %1</source>
        <extracomment>1: a step that runs, 2: how long, 3: who</extracomment>
        <translation>In %1</translation>
    </message>
    <message>
        <source>In %1 for %2</source>
        <translation>In %1 for %2</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <extracomment>1: a step, 2: how long</extracomment>
        <translation>Waiting for %1</translation>
    </message>
    <message>
        <source>Waiting for %1 for %2</source>
        <translation>Waiting for %1 for %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) before it</source>
        <translation>
            <numerusform>%n order before it</numerusform>
            <numerusform>%n orders before it</numerusform>
        </translation>
    </message>
    <message>
        <source>ready</source>
        <translation>ready</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationPage</name>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Station name</source>
        <translation>Station name</translation>
    </message>
    <message>
        <source>My steps</source>
        <translation>My steps</translation>
    </message>
    <message>
        <source>They decide which toasts come and what the lists show first, never what this station may see. An office chooses none.</source>
        <translation>They decide which toasts come and what the lists show first, never what this station may see. An office chooses none.</translation>
    </message>
    <message>
        <source>Lists show my steps only</source>
        <translation>Lists show my steps only</translation>
    </message>
    <message>
        <source>Station mode is read from</source>
        <translation>Station mode is read from</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>Station mode, light or dark</source>
        <translation>Station mode, light or dark</translation>
    </message>
    <message>
        <source>Open in station mode when Pressboard starts</source>
        <translation>Open in station mode when Pressboard starts</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationPanel</name>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationStep</name>
    <message>
        <source>%1 done %2 ago</source>
        <extracomment>1: a step, 2: a time</extracomment>
        <translation>%1 done %2 ago</translation>
    </message>
    <message>
        <source>done %1 ago</source>
        <translation>done %1 ago</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationTrack</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <comment>finished</comment>
        <extracomment>Finished steps that are not named</extracomment>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationWindow</name>
    <message>
        <source>Station mode</source>
        <translation>Station mode</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>In work</translation>
    </message>
    <message>
        <source>Nothing in work</source>
        <translation>Nothing in work</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Nothing is ready to start</source>
        <translation>Nothing is ready to start</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Nothing behind it</source>
        <translation>Nothing behind it</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Soon ready</source>
        <translation>Soon ready</translation>
    </message>
    <message>
        <source>Nothing soon</source>
        <translation>Nothing soon</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>Call for help</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationWords</name>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Used by</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Old version</source>
        <translation>Old version</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Wall</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Dark for %1</source>
        <extracomment>1: for how long, 42分</extracomment>
        <translation>Dark for %1</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>last %1</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>No stations yet</source>
        <translation>No stations yet</translation>
    </message>
    <message numerus="yes">
        <source>%n stations, all online, one version</source>
        <translation>
            <numerusform>%n station, online</numerusform>
            <numerusform>%n stations, all online, one version</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wall(s) dark</source>
        <translation>
            <numerusform>%n wall dark</numerusform>
            <numerusform>%n walls dark</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with an old version</source>
        <translation>
            <numerusform>%n with an old version</numerusform>
            <numerusform>%n with an old version</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>1: &quot;20 stations&quot;, 2: &quot;17 online&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n stations</source>
        <translation>
            <numerusform>%n station</numerusform>
            <numerusform>%n stations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n online</numerusform>
            <numerusform>%n online</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <extracomment>1: how many there are, 2: what is wrong</extracomment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>since %1</source>
        <extracomment>1: when it was last connected, 08:12 or 12-05 08:12</extracomment>
        <translation>since %1</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationsPage</name>
    <message>
        <source>Stations</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Old version</source>
        <translation>Old version</translation>
    </message>
    <message>
        <source>Which stations</source>
        <translation>Which stations</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Forget</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ToastCard</name>
    <message>
        <source>Got it</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>I&apos;ll take it</source>
        <translation>I&apos;ll take it</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ToastPlaceFields</name>
    <message>
        <source>%1, not connected</source>
        <translation>%1, not connected</translation>
    </message>
    <message>
        <source>Screen for toasts</source>
        <translation>Screen for toasts</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>Corner</translation>
    </message>
    <message>
        <source>The window&apos;s screen</source>
        <translation>The window&apos;s screen</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>Top right</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>Top left</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>Bottom right</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>Bottom left</translation>
    </message>
</context>
<context>
    <name>pressboard::client::TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>pressboard::client::TodayPanel</name>
    <message>
        <source>Must go out today</source>
        <translation>Must go out today</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>Due by tomorrow</source>
        <translation>Due by tomorrow</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>Nothing is overdue, and nothing is due today or tomorrow</source>
        <translation>Nothing is overdue, and nothing is due today or tomorrow</translation>
    </message>
    <message>
        <source>What must go out today?</source>
        <translation>What must go out today?</translation>
    </message>
    <message>
        <source>Work ends at %1</source>
        <translation>Work ends at %1</translation>
    </message>
    <message>
        <source>By what each step usually took in the last 30 days</source>
        <translation>By what each step usually took in the last 30 days</translation>
    </message>
    <message>
        <source>By what each step usually took in the last 30 days, working time only</source>
        <translation>By what each step usually took in the last 30 days, working time only</translation>
    </message>
</context>
<context>
    <name>pressboard::client::TransferFields</name>
    <message>
        <source>Settings as a file</source>
        <translation>Settings as a file</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Export the access code, too: whoever has the file has your rights</source>
        <translation>Export the access code, too: whoever has the file has your rights</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Export settings</translation>
    </message>
    <message>
        <source>Settings (*.ini)</source>
        <translation>Settings (*.ini)</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Import settings</translation>
    </message>
    <message>
        <source>Saved as %1. This PC&apos;s name is not in it.</source>
        <translation>Saved as %1. This PC&apos;s name is not in it.</translation>
    </message>
    <message>
        <source>The settings of %1 are in use.</source>
        <translation>The settings of %1 are in use.</translation>
    </message>
</context>
<context>
    <name>pressboard::client::TrayWords</name>
    <message>
        <source>Pressboard: %1</source>
        <extracomment>1: the connection and what is known of it</extracomment>
        <translation>Pressboard: %1</translation>
    </message>
    <message>
        <source>Pressboard: %1; do not disturb until %2</source>
        <translation>Pressboard: %1; do not disturb until %2</translation>
    </message>
    <message numerus="yes">
        <source>Pressboard: %1; %n unread notice(s)</source>
        <translation>
            <numerusform>Pressboard: %1; %n unread notice</numerusform>
            <numerusform>Pressboard: %1; %n unread notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pressboard: %1; %n unread notice(s), do not disturb until %2</source>
        <translation>
            <numerusform>Pressboard: %1; %n unread notice, do not disturb until %2</numerusform>
            <numerusform>Pressboard: %1; %n unread notices, do not disturb until %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s) for your turn</source>
        <extracomment>1: the connection and what is known of it</extracomment>
        <translation>
            <numerusform>%1, %n step for your turn</numerusform>
            <numerusform>%1, %n steps for your turn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::TurnStrip</name>
    <message>
        <source>Your turn: %1 %2</source>
        <extracomment>1: a step, 2: an order number</extracomment>
        <translation>Your turn: %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more for your turn</source>
        <translation>
            <numerusform>%n more for your turn</numerusform>
            <numerusform>%n more for your turn</numerusform>
        </translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Your turn</translation>
    </message>
</context>
<context>
    <name>pressboard::client::UnreadSheet</name>
    <message>
        <source>What could not be read</source>
        <translation>What could not be read</translation>
    </message>
    <message>
        <source>Since the server&apos;s start. Everything else of these messages is on the board; whoever looks after the CRM can mend them.</source>
        <translation>Since the server&apos;s start. Everything else of these messages is on the board; whoever looks after the CRM can mend them.</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>too long, cut</source>
        <translation>too long, cut</translation>
    </message>
    <message>
        <source>unknown status, shown as it is</source>
        <translation>unknown status, shown as it is</translation>
    </message>
    <message>
        <source>refused whole</source>
        <translation>refused whole</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ValidityPicker</name>
    <message>
        <source>7 days, as notices are kept</source>
        <translation>7 days, as notices are kept</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hour</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 hours</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 day</translation>
    </message>
    <message>
        <source>Until…</source>
        <translation>Until…</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valid until</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ViewPopup</name>
    <message>
        <source>Usual order</source>
        <translation>Usual order</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>Order no.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Elapsed</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Early or late</source>
        <translation>Early or late</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sort by</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>Reversed</translation>
    </message>
    <message>
        <source>My steps</source>
        <translation>My steps</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Cover and inner pages</source>
        <translation>Cover and inner pages</translation>
    </message>
    <message>
        <source>Cover or inner pages</source>
        <translation>Cover or inner pages</translation>
    </message>
</context>
<context>
    <name>pressboard::client::WallController</name>
    <message>
        <source>The board hangs on the wall</source>
        <translation>The board hangs on the wall</translation>
    </message>
</context>
<context>
    <name>pressboard::client::WallList</name>
    <message>
        <source>Page %1/%2</source>
        <extracomment>1: which page of a list stands there, 2: how many it has</extracomment>
        <translation>Page %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::WallNumbers</name>
    <message>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 overdue</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>%1 today</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>All %1</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>Done today</translation>
    </message>
    <message>
        <source>So far %1</source>
        <translation>So far %1</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>In production</source>
        <translation>In production</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pending</translation>
    </message>
</context>
<context>
    <name>pressboard::client::WallSettingsPage</name>
    <message>
        <source>Wall</source>
        <translation>Wall</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>Customers&apos; names</source>
        <translation>Customers&apos; names</translation>
    </message>
    <message>
        <source>Short</source>
        <comment>customer&apos;s name</comment>
        <translation>Short</translation>
    </message>
    <message>
        <source>In full</source>
        <comment>customer&apos;s name</comment>
        <translation>In full</translation>
    </message>
    <message>
        <source>Hidden</source>
        <comment>customer&apos;s name</comment>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>Dark from – to (empty: never)</source>
        <translation>Dark from – to (empty: never)</translation>
    </message>
    <message>
        <source>Move the picture by a pixel now and then, against burning in</source>
        <translation>Move the picture by a pixel now and then, against burning in</translation>
    </message>
    <message>
        <source>The first one</source>
        <translation>The first one</translation>
    </message>
    <message>
        <source>%1, %2 × %3</source>
        <extracomment>1: a screen&apos;s name, 2 and 3: its width and height</extracomment>
        <translation>%1, %2 × %3</translation>
    </message>
    <message>
        <source>%1, not connected</source>
        <translation>%1, not connected</translation>
    </message>
    <message>
        <source>Open the board on the wall when Pressboard starts</source>
        <translation>Open the board on the wall when Pressboard starts</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Light or dark</translation>
    </message>
</context>
<context>
    <name>pressboard::client::WallWindow</name>
    <message>
        <source>Pressboard</source>
        <translation>Pressboard</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Elapsed</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>Ready to start</translation>
    </message>
    <message>
        <source>Wall mode</source>
        <translation>Wall mode</translation>
    </message>
    <message>
        <source>Now at</source>
        <translation>Now at</translation>
    </message>
</context>
<context>
    <name>pressboard::client::clipboard</name>
    <message>
        <source>Not copied: another program holds the clipboard. Please try again.</source>
        <translation>Not copied: another program holds the clipboard. Please try again.</translation>
    </message>
</context>
<context>
    <name>pressboard::client::short_words</name>
    <message>
        <source>%1 d overdue</source>
        <translation>%1 d overdue</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>1 d left</source>
        <comment>tomorrow</comment>
        <translation>1 d left</translation>
    </message>
    <message>
        <source>%1 d left</source>
        <translation>%1 d left</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Robinson</source>
        <extracomment>As long as names of people usually are</extracomment>
        <translation>Robinson</translation>
    </message>
    <message>
        <source>Laminating</source>
        <extracomment>As long as names of steps usually are</extracomment>
        <translation>Laminating</translation>
    </message>
</context>
<context>
    <name>pressboard::client::wall</name>
    <message numerus="yes">
        <source>%n order(s) overdue</source>
        <translation>
            <numerusform>%n order overdue</numerusform>
            <numerusform>%n orders overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) cancelled, stop work</source>
        <translation>
            <numerusform>%n order cancelled, stop work</numerusform>
            <numerusform>%n orders cancelled, stop work</numerusform>
        </translation>
    </message>
</context>
</TS>
