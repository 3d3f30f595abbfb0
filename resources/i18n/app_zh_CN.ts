<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>pressboard::client::Actions</name>
    <message>
        <source>Open board</source>
        <translation>打开看板</translation>
    </message>
    <message>
        <source>Notices (%1)</source>
        <translation>通知（%1）</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>Until the end of today&apos;s work (%1)</source>
        <translation>到今天下班（%1）</translation>
    </message>
    <message>
        <source>Until work starts tomorrow (%1)</source>
        <translation>到明天上班（%1）</translation>
    </message>
    <message>
        <source>End do not disturb</source>
        <translation>结束免打扰</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>关闭声音</translation>
    </message>
    <message>
        <source>Send notice…</source>
        <translation>发通知…</translation>
    </message>
    <message>
        <source>Send test notice</source>
        <translation>发送测试通知</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>立即重连</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>免打扰</translation>
    </message>
    <message>
        <source>Do not disturb until %1</source>
        <translation>免打扰至 %1</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>恢复文字大小</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Wall mode</source>
        <translation>大屏模式</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>Station mode</source>
        <translation>机台模式</translation>
    </message>
    <message>
        <source>What could not be read…</source>
        <translation>读不懂的消息…</translation>
    </message>
    <message>
        <source>Call for help…</source>
        <translation>呼叫…</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ActivityFeed</name>
    <message numerus="yes">
        <source>%n order(s) imported</source>
        <translation>
            <numerusform>导入了 %n 个订单</numerusform>
        </translation>
    </message>
    <message>
        <source>Listed from %1 on, not what was before</source>
        <translation>%1 起开始记录，此前的变化没有列出</translation>
    </message>
    <message>
        <source>Disconnected since %1</source>
        <translation>%1 起断开</translation>
    </message>
    <message>
        <source>Disconnected %1–%2, what happened meanwhile was added</source>
        <extracomment>1, 2: times</extracomment>
        <translation>%1–%2 断开，期间的变化已补上</translation>
    </message>
    <message>
        <source>Disconnected %1–%2, what happened meanwhile is not listed</source>
        <translation>%1–%2 断开，期间的变化没有逐条列出</translation>
    </message>
</context>
<context>
    <name>pressboard::client::AnswerColumns</name>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>%1: %2 pending, %3 in production, %4 finished</source>
        <extracomment>1: a day, 2 to 4: numbers of orders</extracomment>
        <translation>%1：待处理 %2，处理中 %3，已完成 %4</translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <translation>柱高＝还没完成的单</translation>
    </message>
    <message numerus="yes">
        <source>Not finished yet; %n more later or without a date</source>
        <translation>
            <numerusform>柱高＝还没完成的单；更晚或没有交期的另有 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Overdue</source>
        <comment>a column</comment>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n step(s) finished</source>
        <translation>
            <numerusform>%1：完工 %n 道</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n step(s) finished, usually %2</source>
        <translation>
            <numerusform>%1：完工 %n 道，平时 %2 道</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished, %1</source>
        <translation>%1完工</translation>
    </message>
    <message numerus="yes">
        <source>Mean of the same weekday, %n week(s)</source>
        <translation>
            <numerusform>近 %n 周同日均值</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few cases to compare with</source>
        <translation>数据不足，暂不比较</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>%1 那周</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n order(s), too few to say</source>
        <translation>
            <numerusform>%1：%n 单，数据不足</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n order(s), %2 on time (%3%)</source>
        <translation>
            <numerusform>%1：%n 单，按期 %2 单（%3%）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Weeks begin on Mondays; fewer than %n order(s) say nothing</source>
        <translation>
            <numerusform>每周一起算；不到 %n 单为数据不足</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 due</source>
        <translation>%1单</translation>
    </message>
</context>
<context>
    <name>pressboard::client::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>System</source>
        <comment>the colors of</comment>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>pressboard::client::Application</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Access code</source>
        <translation>授权码</translation>
    </message>
    <message>
        <source>The others do not know yet that you take it</source>
        <translation>别人还不知道您在处理</translation>
    </message>
    <message>
        <source>The server did not take it. Look whether the alarm still stands, and try again.</source>
        <translation>服务器没有接受。看看报警还在不在，再试一次。</translation>
    </message>
</context>
<context>
    <name>pressboard::client::AudiencePicker</name>
    <message>
        <source>To</source>
        <translation>发给</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>全厂</translation>
    </message>
    <message>
        <source>Dept. %1</source>
        <translation>部门 %1</translation>
    </message>
    <message>
        <source>Dept…</source>
        <translation>部门…</translation>
    </message>
    <message>
        <source>User…</source>
        <translation>用户…</translation>
    </message>
    <message>
        <source>User names, for example wangfang, lina</source>
        <translation>用户名，例如 wangfang、lina</translation>
    </message>
    <message>
        <source>Departments, for example 3, 5</source>
        <translation>部门，例如 3、5</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>pressboard::client::AuthorityDialog</name>
    <message>
        <source>Who vouches for the server</source>
        <translation>服务器的证书由谁签发</translation>
    </message>
    <message>
        <source>Is this your shop&apos;s own authority?</source>
        <translation>这是本厂自己的证书颁发机构吗？</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件选择…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>It is: believe it</source>
        <translation>是，信任它</translation>
    </message>
    <message>
        <source>This PC does not know who vouches for the certificate of %1, and the server does not say. Ask your admin for the authority&apos;s file, often called shop-ca.crt, and choose it here.</source>
        <extracomment>1: an address</extracomment>
        <translation>本机不认识 %1 的证书的颁发机构，服务器也没有说明是谁。请向管理员要颁发机构的证书文件（常叫 shop-ca.crt），在这里选择它。</translation>
    </message>
    <message>
        <source>This PC does not know who vouches for the certificate of %1. Have your admin read the fingerprint to you. Believe it only when it is the same: somebody else could read your access code otherwise.</source>
        <translation>本机不认识 %1 的证书的颁发机构。请管理员把指纹念给你核对，完全一致才信任；否则授权码可能被别人读走。</translation>
    </message>
    <message>
        <source>%1, until %2. Fingerprint (SHA-256):</source>
        <extracomment>1: names out of a certificate, 2: a day</extracomment>
        <translation>%1，有效期至 %2。指纹（SHA-256）：</translation>
    </message>
    <message>
        <source>There is no certificate in it. It begins with -----BEGIN CERTIFICATE-----</source>
        <translation>里面没有证书。证书文件以 -----BEGIN CERTIFICATE----- 开头</translation>
    </message>
    <message>
        <source>That is a server&apos;s certificate, not its authority&apos;s.</source>
        <translation>这是服务器的证书，不是颁发机构的证书。</translation>
    </message>
    <message>
        <source>The authority&apos;s certificate</source>
        <translation>颁发机构的证书</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer)</source>
        <translation>证书 (*.crt *.pem *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>pressboard::client::Banner</name>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>立即重连</translation>
    </message>
</context>
<context>
    <name>pressboard::client::BoardPage</name>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中工序</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>可开工</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Recently completed</source>
        <translation>最近完成</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>Completed today</source>
        <translation>今天完成</translation>
    </message>
</context>
<context>
    <name>pressboard::client::BoardPanels</name>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
</context>
<context>
    <name>pressboard::client::CallDesk</name>
    <message>
        <source>Too many calls in a short time. Wait a minute.</source>
        <translation>短时间内呼叫太多，请等一分钟。</translation>
    </message>
    <message>
        <source>Nobody was called: the server did not take it. Go there yourself.</source>
        <translation>没有叫到人：服务器没有收下。请直接去找人。</translation>
    </message>
</context>
<context>
    <name>pressboard::client::CallDialog</name>
    <message>
        <source>Call for help</source>
        <translation>呼叫</translation>
    </message>
</context>
<context>
    <name>pressboard::client::CallRows</name>
    <message numerus="yes">
        <source>%1: %n call(s)</source>
        <translation>
            <numerusform>%1：呼叫 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>usually taken after %1</source>
        <translation>通常 %1后有人处理</translation>
    </message>
    <message>
        <source>at the longest after %1</source>
        <translation>最久 %1后有人处理</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting now</source>
        <translation>
            <numerusform>%n 次还没人处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>%n 次没人处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more kind(s) of call</source>
        <translation>
            <numerusform>另有 %n 种呼叫</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls</source>
        <comment>column of a chart</comment>
        <translation>次数</translation>
    </message>
    <message>
        <source>Usual (median)</source>
        <comment>column of a chart</comment>
        <translation>通常</translation>
    </message>
    <message>
        <source>Longest</source>
        <comment>column of a chart</comment>
        <translation>最久</translation>
    </message>
    <message>
        <source>Not taken</source>
        <comment>column of a chart</comment>
        <translation>没人处理</translation>
    </message>
    <message>
        <source>Call</source>
        <comment>column of a chart</comment>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>too few cases</source>
        <translation>数据不足</translation>
    </message>
</context>
<context>
    <name>pressboard::client::CallSheet</name>
    <message>
        <source>Call for something else</source>
        <translation>再呼叫</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What do you need?</source>
        <translation>需要什么？</translation>
    </message>
    <message>
        <source>Calling: %1</source>
        <translation>正在呼叫：%1</translation>
    </message>
    <message>
        <source>Called: %1</source>
        <translation>已呼叫：%1</translation>
    </message>
    <message numerus="yes">
        <source>Goes in %n s. Cancel within 5 s</source>
        <translation>
            <numerusform>%n 秒后发出，5 秒内可取消</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Nobody took it yet. It rings until somebody does</source>
        <translation>还没有人处理，会一直响到有人处理</translation>
    </message>
    <message>
        <source>One touch calls; you have 5 s to take it back</source>
        <translation>点一下就呼叫，5 秒内可取消</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ChartCard</name>
    <message>
        <source>Copy as image</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy as image: %1</source>
        <translation>复制图片：%1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Print: %1</source>
        <translation>打印：%1</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ChartsPage</name>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ChartsSheet</name>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>%1 交</translation>
    </message>
    <message>
        <source>Ready for %1</source>
        <translation>%1 可开工</translation>
    </message>
    <message>
        <source>Steps finished %1</source>
        <translation>%1 完工的工序</translation>
    </message>
    <message>
        <source>Running too long</source>
        <translation>开工太久未报完工</translation>
    </message>
    <message>
        <source>%1 finished in 30 days</source>
        <translation>近30天完工的%1</translation>
    </message>
    <message>
        <source>Due in the week of %1</source>
        <translation>%1 那周应交</translation>
    </message>
    <message>
        <source>Will we make what is due today? Are the next two weeks crowded?</source>
        <translation>今天要交的，来得及吗？后面两周挤不挤？</translation>
    </message>
    <message>
        <source>At which step is work piling up?</source>
        <translation>活堵在哪道工序？</translation>
    </message>
    <message>
        <source>How much was done, against what is usual?</source>
        <translation>干了多少，比平时呢？</translation>
    </message>
    <message>
        <source>Which steps were started and forgotten, or not reported?</source>
        <translation>哪些活开了没人管／没报工？</translation>
    </message>
    <message>
        <source>Elapsed is by the clock, as on the board; usual is working time</source>
        <translation>已用时同看板，按钟点算；“通常”只计工作时间</translation>
    </message>
    <message>
        <source>How much work is in hand, and how far is it?</source>
        <translation>手上有多少活，到哪一步？</translation>
    </message>
    <message>
        <source>How long does a step usually take? (30 days; bar: half of the cases, line: nine in ten)</source>
        <translation>这道工序通常要多久？（近30天；柱＝一半以内，线端＝九成以内）</translation>
    </message>
    <message>
        <source>How much was delivered on time last week?</source>
        <translation>上周按期交了多少？</translation>
    </message>
    <message>
        <source>Working time only, %1 (1 day = %2)</source>
        <translation>时长只计工作时间 %1（1天＝%2）</translation>
    </message>
    <message>
        <source>%1 finished: %2</source>
        <translation>%1完工：%2</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>What did the shift do, and what does it leave?</source>
        <translation>这一班干了什么，留下什么？</translation>
    </message>
    <message>
        <source>%1; the mark is the same shift last week; running and ready: now</source>
        <translation>%1；竖线＝上周同班；“正在做”“可开工”是现在的</translation>
    </message>
    <message>
        <source>Called for help: %1</source>
        <translation>呼叫过：%1</translation>
    </message>
    <message>
        <source>How long does a call for help take until somebody takes it?</source>
        <translation>呼叫后多久有人处理？</translation>
    </message>
    <message>
        <source>Calls that reach you, by the clock</source>
        <translation>只算发给您的呼叫，按钟表时间</translation>
    </message>
</context>
<context>
    <name>pressboard::client::Closing</name>
    <message>
        <source>Pressboard keeps running</source>
        <translation>印务看板仍在运行</translation>
    </message>
    <message>
        <source>Notifications will still appear. The icon beside the clock brings the board back; its menu ends the program.</source>
        <translation>提醒照常弹出。点时钟旁的图标打开看板，右键菜单可退出。</translation>
    </message>
    <message>
        <source>Notifications will still appear. The board is minimised; its menu ends the program.</source>
        <translation>提醒照常弹出。看板已最小化，菜单里可退出。</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ColumnTable</name>
    <message>
        <source>Tomorrow</source>
        <translation>明天交</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上道</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>已用时</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待开始</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Held at</source>
        <translation>卡在</translation>
    </message>
    <message>
        <source>Now at</source>
        <translation>现在在</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>还剩</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计完成</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ConnectionPage</name>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>A server and an access code that work are used at once.</source>
        <translation>测试通过后立即使用。</translation>
    </message>
    <message>
        <source>Use anyway</source>
        <translation>仍然使用</translation>
    </message>
    <message>
        <source>The access code is kept in this system&apos;s keychain.</source>
        <translation>授权码保存在本系统的密钥环里。</translation>
    </message>
    <message>
        <source>The access code is kept in a file that only you may read: %1</source>
        <translation>授权码保存在只有您能读的文件里：%1</translation>
    </message>
    <message>
        <source>An access code will be kept in this system&apos;s keychain.</source>
        <translation>授权码将保存在本系统的密钥环里。</translation>
    </message>
    <message>
        <source>This system has no keychain: an access code will be kept in a file that only you may read.</source>
        <translation>本系统没有密钥环，授权码将保存在只有您能读的文件里。</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ConnectionProbe</name>
    <message>
        <source>Something answers there, but it is no Pressboard server</source>
        <translation>有应答，但不是印务看板服务器</translation>
    </message>
    <message>
        <source>The access code is wrong or was revoked. Ask your admin</source>
        <translation>授权码无效或已被收回，请找管理员</translation>
    </message>
    <message>
        <source>This access code may not connect from here. Ask your admin</source>
        <translation>这个授权码不能从这里连接，请找管理员</translation>
    </message>
    <message>
        <source>The server takes no more connections. Try again later</source>
        <translation>服务器的连接已满，请稍后再试</translation>
    </message>
    <message>
        <source>The server is starting, or its data is not there yet. Try again in a moment</source>
        <translation>服务器正在启动，数据还没就绪，请稍后再试</translation>
    </message>
    <message>
        <source>This access code shows notices only, no orders.</source>
        <translation>这个授权码只能看通知，不能看订单。</translation>
    </message>
    <message>
        <source>see the orders</source>
        <translation>看订单</translation>
    </message>
    <message>
        <source>send notices</source>
        <translation>发通知</translation>
    </message>
    <message>
        <source>report events</source>
        <translation>发布事件</translation>
    </message>
    <message>
        <source>manage users</source>
        <translation>管理用户</translation>
    </message>
    <message>
        <source>This access code may: %1.</source>
        <extracomment>1: what one may do, with commas between</extracomment>
        <translation>这个授权码可以：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is right.</source>
        <translation>本机时钟准确。</translation>
    </message>
    <message numerus="yes">
        <source>This PC&apos;s clock is %n minute(s) fast: set it right.</source>
        <translation>
            <numerusform>本机时钟快了 %n 分钟，请校准。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This PC&apos;s clock is %n minute(s) slow: set it right.</source>
        <translation>
            <numerusform>本机时钟慢了 %n 分钟，请校准。</numerusform>
        </translation>
    </message>
    <message>
        <source>It works: server %1.</source>
        <translation>连接正常：服务器版本 %1。</translation>
    </message>
    <message>
        <source>It works: %1, server %2.</source>
        <extracomment>1: a shop&apos;s name, 2: a version</extracomment>
        <translation>连接正常：%1，服务器版本 %2。</translation>
    </message>
    <message>
        <source>You are %1 there.</source>
        <translation>已登录：%1。</translation>
    </message>
    <message>
        <source>Signed in anonymously.</source>
        <translation>没有登录名。</translation>
    </message>
    <message>
        <source>Server (%1) and program (%2) do not fit together. Update the older one</source>
        <extracomment>1 and 2: versions</extracomment>
        <translation>服务器（%1）与本程序（%2）不配套，请升级旧的一方</translation>
    </message>
    <message>
        <source>This PC does not know who vouches for the server&apos;s certificate. Ask your admin</source>
        <translation>本机不认识服务器证书的颁发机构。请问管理员</translation>
    </message>
    <message>
        <source>The server&apos;s certificate begins on %1 only. Is this PC&apos;s clock right?</source>
        <extracomment>1: a day</extracomment>
        <translation>服务器的证书从 %1 才开始有效。本机的时间对吗？</translation>
    </message>
    <message>
        <source>The server&apos;s certificate ended on %1. Is this PC&apos;s clock right? Else your admin has to renew it</source>
        <extracomment>1: a day</extracomment>
        <translation>服务器的证书已于 %1 到期。本机的时间对吗？时间没错就请管理员更新证书</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for %1, and for no other address. Type it, or ask your admin</source>
        <extracomment>1: names and addresses, with commas between</extracomment>
        <translation>服务器的证书只用于 %1，不用于别的地址。请改填它，或问管理员</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not accepted. Ask your admin</source>
        <translation>服务器的证书不被接受。请问管理员</translation>
    </message>
    <message>
        <source>No secure connection: nothing there speaks TLS. Is the port right? Ask your admin</source>
        <translation>无法建立安全连接：那里没有加密服务。端口对吗？请问管理员</translation>
    </message>
</context>
<context>
    <name>pressboard::client::CsvExport</name>
    <message>
        <source>Orders %1.csv</source>
        <extracomment>A file&apos;s name; 1: a date</extracomment>
        <translation>订单 %1.csv</translation>
    </message>
    <message>
        <source>Export orders</source>
        <translation>导出订单</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n orders saved as %1</source>
        <translation>
            <numerusform>已导出 %n 单：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::DBusNativeToasts</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>pressboard::client::Dialogs</name>
    <message>
        <source>The test notice was not sent</source>
        <translation>测试通知没有发出</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>pressboard::client::DueSentence</name>
    <message>
        <source>Nothing must go out today</source>
        <translation>今天没有必须交的单</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) must go out today</source>
        <translation>
            <numerusform>今天必交 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>.  </source>
        <comment>between what must go out today and tomorrow</comment>
        <extracomment>between two sentences</extracomment>
        <translation>。</translation>
    </message>
    <message numerus="yes">
        <source>Tomorrow %n order(s)</source>
        <translation>
            <numerusform>明天 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
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
        <translation>%1：数据不足（%2）</translation>
    </message>
    <message>
        <source>%1: half within %2, nine in ten within %3 (%4)</source>
        <translation>%1：一半在 %2内，九成在 %3内（%4）</translation>
    </message>
    <message numerus="yes">
        <source>%n more step(s)</source>
        <translation>
            <numerusform>另有 %n 道工序</numerusform>
        </translation>
    </message>
    <message>
        <source>too few cases</source>
        <translation>数据不足</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1次</translation>
    </message>
</context>
<context>
    <name>pressboard::client::Feed</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
</context>
<context>
    <name>pressboard::client::FeedRow</name>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
</context>
<context>
    <name>pressboard::client::FilterBar</name>
    <message>
        <source>All types</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Any due date</source>
        <translation>全部交期</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天交</translation>
    </message>
    <message>
        <source>Due in 3 days</source>
        <translation>3天内交</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>交期</translation>
    </message>
    <message>
        <source>Sort: %1</source>
        <extracomment>1: the name of a column</extracomment>
        <translation>按%1</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Show all orders again</source>
        <translation>重新显示全部订单</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n order(s) for the customer</source>
        <translation>
            <numerusform>复制 %n 单，发给客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n order(s) as a table</source>
        <translation>
            <numerusform>复制 %n 单为表格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %n order(s)…</source>
        <translation>
            <numerusform>打印 %n 单…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n order(s) as a file…</source>
        <translation>
            <numerusform>%n 单存为文件…</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy, print or save what is selected here, or all that is listed</source>
        <translation>复制、打印、存为文件：选中的几单，或列出的全部</translation>
    </message>
</context>
<context>
    <name>pressboard::client::FirstRunDialog</name>
    <message>
        <source>Pressboard</source>
        <translation>印务看板</translation>
    </message>
    <message>
        <source>Where is the board&apos;s server?</source>
        <translation>看板服务器在哪里？</translation>
    </message>
    <message>
        <source>Both are on the paper from your admin. They are tried before they are taken.</source>
        <translation>服务器地址和授权码由管理员提供，保存前会先试连。</translation>
    </message>
    <message>
        <source>This station</source>
        <translation>本终端</translation>
    </message>
    <message>
        <source>Station name</source>
        <translation>本机名称</translation>
    </message>
    <message>
        <source>My steps</source>
        <translation>我的工序</translation>
    </message>
    <message>
        <source>What is chosen here tells you by a toast and a sound when it is your turn. The office chooses none.</source>
        <translation>选中的工序轮到你时会弹窗并响铃。办公室不用选。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Test and go on</source>
        <translation>测试并继续</translation>
    </message>
    <message>
        <source>Open board</source>
        <translation>打开看板</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ForgottenRows</name>
    <message>
        <source>%1, %2 %3, %4: running for %5, usually %6</source>
        <translation>%1，%2 %3，%4：已用时 %5，通常 %6</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 道</numerusform>
        </translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>已用时</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>通常</translation>
    </message>
</context>
<context>
    <name>pressboard::client::GeneralPage</name>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Pressboard %1
Settings file: %2</source>
        <translation>印务看板 %1
设置文件：%2</translation>
    </message>
    <message>
        <source>Start Pressboard when I log in</source>
        <translation>登录后自动启动印务看板</translation>
    </message>
    <message>
        <source>Then begin without a window, in the tray</source>
        <translation>登录时不打开窗口，只在托盘里</translation>
    </message>
    <message>
        <source>Closing the window keeps Pressboard running. Notifications will still appear.</source>
        <translation>关闭窗口后继续运行，提醒照常弹出</translation>
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
            <numerusform>通知，%n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>Station %1</source>
        <translation>终端 %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>顶栏</translation>
    </message>
    <message>
        <source>Send notice…</source>
        <translation>发通知…</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s) for your turn</source>
        <extracomment>1: how many notices are unread</extracomment>
        <translation>
            <numerusform>%1，轮到你 %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::HeaderWords</name>
    <message>
        <source>Do not disturb</source>
        <translation>免打扰</translation>
    </message>
    <message>
        <source>Do not disturb until %1</source>
        <translation>免打扰至 %1</translation>
    </message>
</context>
<context>
    <name>pressboard::client::LookBox</name>
    <message>
        <source>As the desk</source>
        <translation>与桌面相同</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>pressboard::client::MainWindow</name>
    <message>
        <source>Pressboard</source>
        <translation>印务看板</translation>
    </message>
    <message>
        <source>%1 – Pressboard</source>
        <translation>%1 – 印务看板</translation>
    </message>
</context>
<context>
    <name>pressboard::client::MoreLine</name>
    <message numerus="yes">
        <source>%n more row(s) ↓</source>
        <translation>
            <numerusform>还有 %n 行 ↓</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::NewRowsChip</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 条新的</numerusform>
        </translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation>回到最新</translation>
    </message>
</context>
<context>
    <name>pressboard::client::NoticeFeed</name>
    <message>
        <source>In force now</source>
        <translation>现在有效</translation>
    </message>
    <message>
        <source>Replaced %1</source>
        <translation>%1 已更新</translation>
    </message>
    <message>
        <source>Withdrawn %1</source>
        <translation>%1 已撤回</translation>
    </message>
    <message>
        <source>Replaced by %1, %2</source>
        <extracomment>1: who, 2: when</extracomment>
        <translation>%1 %2 更新</translation>
    </message>
    <message>
        <source>Withdrawn by %1, %2</source>
        <translation>%1 %2 撤回</translation>
    </message>
    <message>
        <source>Expired %1</source>
        <translation>%1 已过期</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>有效至 %1</translation>
    </message>
</context>
<context>
    <name>pressboard::client::NoticeSender</name>
    <message>
        <source>Test, nothing to do</source>
        <translation>测试，无需处理</translation>
    </message>
    <message>
        <source>Withdrawn: it goes from all screens.</source>
        <translation>已撤回，所有屏幕上都会消失。</translation>
    </message>
    <message>
        <source>Not withdrawn. %1</source>
        <translation>没有撤回。%1</translation>
    </message>
    <message>
        <source>Not sent. %1</source>
        <translation>没有发出。%1</translation>
    </message>
    <message>
        <source>You do not have the right to.</source>
        <translation>您没有这个权限。</translation>
    </message>
    <message>
        <source>Too many at once: try again in a minute.</source>
        <translation>一次太多，请一分钟后再试。</translation>
    </message>
    <message>
        <source>The server did not take it: %1</source>
        <translation>服务器没有接受：%1</translation>
    </message>
    <message>
        <source>The server did not answer: see in the notices whether it arrived before you try again.</source>
        <translation>没有收到服务器的答复；重试之前，请先看通知里是否已经有了。</translation>
    </message>
    <message numerus="yes">
        <source>Sent to %1, %n online.</source>
        <extracomment>1: everyone, a department or names</extracomment>
        <translation>
            <numerusform>已发送给%1，%n 台在线。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminded.</source>
        <translation>
            <numerusform>已再提醒 %n 台。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody was reminded. %1</source>
        <translation>没有提醒到。%1</translation>
    </message>
</context>
<context>
    <name>pressboard::client::NoticesPage</name>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Play a sound with important toasts</source>
        <translation>重要的弹窗带声音</translation>
    </message>
    <message>
        <source>Toasts for started and finished steps, too</source>
        <translation>开工和完工也弹窗</translation>
    </message>
    <message>
        <source>Toasts for messages of unknown types, too</source>
        <translation>未知类型的消息也弹窗</translation>
    </message>
</context>
<context>
    <name>pressboard::client::NoticesPanel</name>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No notices in the last 7 days</source>
        <translation>近7天没有通知</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>还没有变化</translation>
    </message>
    <message>
        <source>on</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>动态</translation>
    </message>
    <message>
        <source>Notices and activity</source>
        <translation>通知和动态</translation>
    </message>
    <message>
        <source>Search here</source>
        <translation>在这里搜索</translation>
    </message>
    <message>
        <source>A word of the text, a sender, an order; Esc clears</source>
        <translation>内容、发送人、订单；Esc 清除</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>全部已读</translation>
    </message>
    <message>
        <source>My steps</source>
        <translation>我的工序</translation>
    </message>
    <message>
        <source>Only what concerns the steps of this station</source>
        <translation>只看与本终端工序有关的</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>pressboard::client::NumbersStrip</name>
    <message>
        <source>Overdue %1</source>
        <translation>逾期 %1</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>3 days %1</source>
        <translation>3天内 %1</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
</context>
<context>
    <name>pressboard::client::OrderActions</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open in the CRM</source>
        <translation>在 CRM 中打开</translation>
    </message>
    <message>
        <source>Report work in the CRM</source>
        <translation>报工请在 CRM 中操作</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) copied</source>
        <translation>
            <numerusform>已复制 %n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Print orders</source>
        <translation>打印订单</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n order(s)</source>
        <translation>
            <numerusform>复制 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message numerus="yes">
        <source>Print %n order(s)…</source>
        <translation>
            <numerusform>打印 %n 单…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::OrderDetail</name>
    <message>
        <source>Report work in the CRM</source>
        <translation>报工请在 CRM 中操作</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open in the CRM</source>
        <translation>在 CRM 中打开</translation>
    </message>
    <message>
        <source>Choose an order to see its steps</source>
        <translation>选中一个订单，查看它的工序</translation>
    </message>
    <message>
        <source>This order is gone</source>
        <translation>这个订单已不在看板上</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>pressboard::client::OrderPopup</name>
    <message>
        <source>No order has this code</source>
        <translation>没有这个号码的订单</translation>
    </message>
    <message>
        <source>Which order is meant?</source>
        <translation>是哪一单？</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) have the code %1.</source>
        <translation>
            <numerusform>有 %n 单是这个号码：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::OrdersPage</name>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message numerus="yes">
        <source>None here. Under “All” there are %n.</source>
        <translation>
            <numerusform>这里没有，在“全部”里有 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found. Esc clears the search; filters stand above.</source>
        <translation>没有找到。Esc 清除搜索，筛选在上方</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>pressboard::client::OrdersPaper</name>
    <message>
        <source>Order no.</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Customer, product</source>
        <translation>客户、产品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>交期</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
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
        <translation>筛选和排序：%1</translation>
    </message>
    <message>
        <source>%1 shows %2 only</source>
        <translation>%1只显示%2</translation>
    </message>
    <message>
        <source>Show all of %1</source>
        <translation>%1显示全部</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>My steps</source>
        <translation>我的工序</translation>
    </message>
</context>
<context>
    <name>pressboard::client::PrintDialog</name>
    <message>
        <source>Sent to the printer</source>
        <translation>已送到打印机</translation>
    </message>
    <message>
        <source>Not printed: the printer did not take it. Try another one, or print into a PDF.</source>
        <translation>没有打印：打印机没有接收。请换一台打印机，或打印成 PDF</translation>
    </message>
</context>
<context>
    <name>pressboard::client::QueueRows</name>
    <message>
        <source>too few cases</source>
        <translation>数据不足</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n ready to start, usual wait %2 (%3 times)</source>
        <translation>
            <numerusform>%1：可开工 %n，通常等 %2（%3次）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n ready to start, usual wait unknown (%2 times)</source>
        <translation>
            <numerusform>%1：可开工 %n，通常等多久数据不足（%2次）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more step(s)</source>
        <translation>
            <numerusform>另有 %n 道工序</numerusform>
        </translation>
    </message>
    <message>
        <source>Step</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Ready</source>
        <comment>column of a chart</comment>
        <translation>可开工</translation>
    </message>
    <message>
        <source>Usual wait</source>
        <translation>通常等</translation>
    </message>
</context>
<context>
    <name>pressboard::client::QuietFields</name>
    <message>
        <source>Your turn</source>
        <translation>轮到你</translation>
    </message>
    <message>
        <source>Notices of level Attention</source>
        <translation>级别为注意的通知</translation>
    </message>
    <message>
        <source>All other news</source>
        <translation>其他消息</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>静音时段</translation>
    </message>
    <message>
        <source>Add hours</source>
        <translation>添加时段</translation>
    </message>
    <message>
        <source>Outside working hours</source>
        <translation>上班时间以外</translation>
    </message>
    <message>
        <source>Important notices, alarms and orders of mine that must stop always come. These come, too:</source>
        <translation>重要通知、警报、与我有关的停产总会弹出。另外照常弹出：</translation>
    </message>
    <message>
        <source>with sound</source>
        <translation>有声音</translation>
    </message>
    <message>
        <source>%1, with sound</source>
        <translation>%1，有声音</translation>
    </message>
</context>
<context>
    <name>pressboard::client::QuietSpanRow</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>pressboard::client::RangeChoice</name>
    <message>
        <source>Range</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Copies what this shift did and leaves, as a text</source>
        <translation>把这一班完成的和留下的复制成文字</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ReceiptRows</name>
    <message>
        <source>All confirmed it</source>
        <translation>全部已确认</translation>
    </message>
    <message>
        <source>All saw it</source>
        <translation>全部已看</translation>
    </message>
    <message>
        <source>Confirmed (%1)</source>
        <translation>已确认 (%1)</translation>
    </message>
    <message>
        <source>Seen (%1)</source>
        <translation>已看 (%1)</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ReceiptWords</name>
    <message>
        <source>Delivered %1/%2</source>
        <translation>已送达 %1/%2</translation>
    </message>
    <message>
        <source>Seen %1</source>
        <translation>已看 %1</translation>
    </message>
    <message>
        <source>Confirmed %1</source>
        <translation>已确认 %1</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Seen, not confirmed</source>
        <translation>看了没确认</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已看</translation>
    </message>
    <message>
        <source>On the wall</source>
        <translation>已在大屏上</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>未在线</translation>
    </message>
    <message>
        <source>Online, not seen</source>
        <translation>在线未看</translation>
    </message>
    <message>
        <source>Online, not delivered</source>
        <translation>在线未送达</translation>
    </message>
</context>
<context>
    <name>pressboard::client::RenameDialog</name>
    <message>
        <source>Rename station</source>
        <translation>终端改名</translation>
    </message>
    <message>
        <source>Name (empty: the one it gives itself)</source>
        <translation>名称（留空：它自己的名称）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
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
        <translation>按住 Esc 2 秒退出</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ScreenWords</name>
    <message>
        <source>Offline</source>
        <translation>断线</translation>
    </message>
    <message>
        <source>showing data from %1</source>
        <extracomment>The moment is a time, with a date before it when that is not today&apos;s.</extracomment>
        <translation>以下是 %1 的数据</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>正在重连</translation>
    </message>
    <message>
        <source>Retrying every minute.</source>
        <translation>每分钟自动重试。</translation>
    </message>
    <message>
        <source>No server set</source>
        <translation>尚未设置服务器</translation>
    </message>
    <message>
        <source>Hold Esc for 2 seconds, then set the server&apos;s address in the settings.</source>
        <translation>请按住 Esc 2 秒退出，然后在设置中填写服务器地址。</translation>
    </message>
    <message>
        <source>Access code refused. Ask your admin</source>
        <translation>授权码无效，请找管理员</translation>
    </message>
    <message>
        <source>This access code may not see the board. Ask your admin</source>
        <translation>此授权码无权查看看板，请找管理员</translation>
    </message>
    <message>
        <source>No Pressboard server at this address</source>
        <translation>此地址没有印务看板服务器</translation>
    </message>
    <message>
        <source>Server and program do not fit together. Update the older one</source>
        <translation>服务器与程序版本不配套，请更新较旧的一方</translation>
    </message>
    <message>
        <source>The board comes as soon as the server answers.</source>
        <translation>服务器一有应答，看板就会显示。</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SearchField</name>
    <message>
        <source>Order / customer / product, or scan</source>
        <translation>单号/客户/产品，可扫码</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Order number, customer, product or their pinyin initials; Enter opens, Esc clears</source>
        <translation>单号、客户、产品或拼音首字母；回车打开，Esc 清除</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SendNoticeDialog</name>
    <message>
        <source>Send notice</source>
        <translation>发通知</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>To</source>
        <translation>发给</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>Send test notice</source>
        <translation>发送测试通知</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>About the order (optional)</source>
        <translation>相关订单（可不填）</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The connection broke while sending. It goes on within half a minute, if the server is back by then.</source>
        <translation>发送时连接断开；半分钟内恢复就会自动发出。</translation>
    </message>
    <message>
        <source>No connection to the server: nothing can be sent now. The text stays here.</source>
        <translation>没有连接到服务器，现在发不出去；文字会留在这里。</translation>
    </message>
    <message>
        <source>There is no order with this number.</source>
        <translation>没有这个订单号。</translation>
    </message>
    <message>
        <source>%1 sends it</source>
        <translation>按 %1 发送</translation>
    </message>
    <message>
        <source>Ask for confirmation: the others press “Got it”</source>
        <translation>要求确认：对方要点「知道了」</translation>
    </message>
    <message>
        <source>Ring until somebody takes it</source>
        <translation>警报：一直响到有人处理</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发出</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SentNoticeList</name>
    <message>
        <source>What you send stands here, and can be withdrawn.</source>
        <translation>发出的通知会列在这里，可以撤回。</translation>
    </message>
    <message>
        <source>Only an admin can withdraw a notice.</source>
        <translation>只有管理员能撤回通知。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发出</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SentNoticeRow</name>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n 台在线</numerusform>
        </translation>
    </message>
    <message>
        <source>Who has not seen it</source>
        <translation>还没看</translation>
    </message>
    <message>
        <source>Withdrawing…</source>
        <translation>正在撤回…</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>再提醒</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ServerFields</name>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>192.168.1.10 or a name</source>
        <translation>192.168.1.10 或主机名</translation>
    </message>
    <message>
        <source>Access code</source>
        <translation>授权码</translation>
    </message>
    <message>
        <source>From your admin</source>
        <translation>向管理员索取</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>正在试连…</translation>
    </message>
    <message>
        <source>Whose certificate is it?</source>
        <translation>这是谁的证书？</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SettingsPage</name>
    <message>
        <source>What is grey here was set for many PCs in %1.</source>
        <translation>灰色的项目由管理员在 %1 里统一设定。</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ShiftRows</name>
    <message>
        <source>%1: %2 finished, %3 in the same shift last week; now %4 running, %5 ready</source>
        <extracomment>1: a step; 2 to 5: numbers of it</extracomment>
        <translation>%1：完工 %2，上周同班 %3；现在正在做 %4，可开工 %5</translation>
    </message>
    <message numerus="yes">
        <source>%n more step(s)</source>
        <translation>
            <numerusform>另有 %n 道工序</numerusform>
        </translation>
    </message>
    <message>
        <source>Step</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完工</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>上周同班</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在做</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可开工</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Board, orders, charts</source>
        <translation>看板、订单、图表</translation>
    </message>
    <message>
        <source>Letters, digits, scanner</source>
        <translation>字母、数字、扫码枪</translation>
    </message>
    <message>
        <source>Search, wherever you are</source>
        <translation>随时搜索</translation>
    </message>
    <message>
        <source>Go to the search</source>
        <translation>转到搜索</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>打开订单</translation>
    </message>
    <message>
        <source>Clear the search, close what is open</source>
        <translation>清空搜索，关闭弹出的窗口</translation>
    </message>
    <message>
        <source>To the next list or button</source>
        <translation>到下一个列表或按钮</translation>
    </message>
    <message>
        <source>To the next row</source>
        <translation>到下一行</translation>
    </message>
    <message>
        <source>To the next tab</source>
        <translation>到下一个标签页</translation>
    </message>
    <message>
        <source>Fold or unfold, filter a list</source>
        <translation>折叠或展开，筛选列表</translation>
    </message>
    <message>
        <source>Select all; several by Ctrl or Shift</source>
        <translation>全选；按住 Ctrl 或 Shift 选几行</translation>
    </message>
    <message>
        <source>Copy orders for the customer</source>
        <translation>复制订单，发给客户</translation>
    </message>
    <message>
        <source>Copy orders as a table</source>
        <translation>复制订单为表格</translation>
    </message>
    <message>
        <source>Print orders</source>
        <translation>打印订单</translation>
    </message>
    <message>
        <source>What can be done with the order</source>
        <translation>订单的操作菜单</translation>
    </message>
    <message>
        <source>Larger, smaller, usual text</source>
        <translation>放大、缩小、恢复文字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Menu: notices, settings and all else</source>
        <translation>菜单：通知、设置等全部功能</translation>
    </message>
    <message>
        <source>Notices, activity</source>
        <translation>通知，动态</translation>
    </message>
    <message>
        <source>Send notice</source>
        <translation>发通知</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Menu key</source>
        <translation>菜单键</translation>
    </message>
    <message>
        <source>Toasts: got it, to the next, open</source>
        <translation>提醒：知道了、下一条、打开</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>呼叫</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SilenceSheet</name>
    <message>
        <source>No data from the CRM</source>
        <translation>CRM 没有数据</translation>
    </message>
    <message>
        <source>Last heard of it: %1</source>
        <translation>最后一次收到：%1</translation>
    </message>
    <message>
        <source>The last change: %1</source>
        <translation>最后一次变化：%1</translation>
    </message>
    <message>
        <source>This board and its server are connected. Look whether the CRM runs and sends, and what pressboardctl status says on the server.</source>
        <translation>看板和服务器连接正常。请检查 CRM 是否在运行并发送数据，并在服务器上看 pressboardctl status。</translation>
    </message>
    <message>
        <source>This board and its server are connected. If work goes on and is reported in the CRM, tell your admin.</source>
        <translation>看板和服务器连接正常。如果车间在干活、CRM 里也在报工，请告诉管理员。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SoundFields</name>
    <message>
        <source>Changes to my orders, work reopened</source>
        <translation>我的订单有改动、返工</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>轮到你</translation>
    </message>
    <message>
        <source>Notices of level Attention</source>
        <translation>级别为注意的通知</translation>
    </message>
    <message>
        <source>Important notices, overdue, cancelled</source>
        <translation>重要通知、逾期、订单取消</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>试听</translation>
    </message>
    <message>
        <source>Listen: %1</source>
        <translation>试听：%1</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationBoard</name>
    <message>
        <source>Done at about</source>
        <translation>预计完成</translation>
    </message>
    <message>
        <source>Usually takes</source>
        <translation>通常用时</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationCard</name>
    <message>
        <source>No order has this code</source>
        <translation>没有这个号码的订单</translation>
    </message>
    <message>
        <source>Which order is meant?</source>
        <translation>是哪一单？</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Got it ↵</source>
        <translation>知道了 ↵</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationController</name>
    <message>
        <source>The board stands at a machine</source>
        <translation>看板用作机台屏幕</translation>
    </message>
    <message>
        <source>Which steps does this station work on?</source>
        <translation>本机做哪些工序？</translation>
    </message>
    <message>
        <source>Hold Esc for 2 seconds, then choose My steps in the settings under Station.</source>
        <translation>按住 Esc 2 秒退出，然后在“设置”的“终端”里选择“我的工序”。</translation>
    </message>
    <message>
        <source>Scanned %1</source>
        <translation>扫码 %1</translation>
    </message>
    <message>
        <source>closes in %1 s, or press Esc</source>
        <translation>%1秒后关闭，或按 Esc</translation>
    </message>
    <message>
        <source>Your turn: %1  %2  %3</source>
        <extracomment>1: a step, 2: the number of an order, 3: a customer</extracomment>
        <translation>轮到你：%1  %2  %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Got it: any key</source>
        <translation>按任意键：知道了</translation>
    </message>
    <message>
        <source>and %1</source>
        <translation>还有 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Close: any key</source>
        <translation>按任意键收起</translation>
    </message>
    <message>
        <source>I&apos;ll take it: Enter, or touch here</source>
        <translation>我来处理：按回车或点这里</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationCurrent</name>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>已用时</translation>
    </message>
    <message numerus="yes">
        <source>%n more step(s)</source>
        <translation>
            <numerusform>还有 %n 道</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationDesk</name>
    <message>
        <source>Not changed: the server did not take it.</source>
        <translation>没有改成：服务器没有收下。</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationList</name>
    <message numerus="yes">
        <source>%n more order(s)</source>
        <translation>
            <numerusform>还有 %n 单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationOrderFacts</name>
    <message>
        <source>In %1</source>
        <extracomment>1: a step that runs, 2: how long, 3: who</extracomment>
        <translation>正在%1</translation>
    </message>
    <message>
        <source>In %1 for %2</source>
        <translation>正在%1，已 %2</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <extracomment>1: a step, 2: how long</extracomment>
        <translation>等%1</translation>
    </message>
    <message>
        <source>Waiting for %1 for %2</source>
        <translation>等%1，已等 %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>它就是下一单</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) before it</source>
        <translation>
            <numerusform>前面还有 %n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>ready</source>
        <translation>待开始</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationPage</name>
    <message>
        <source>Station</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Station name</source>
        <translation>本机名称</translation>
    </message>
    <message>
        <source>My steps</source>
        <translation>我的工序</translation>
    </message>
    <message>
        <source>They decide which toasts come and what the lists show first, never what this station may see. An office chooses none.</source>
        <translation>决定弹出哪些提醒、列表先显示什么，不影响本机能看到的内容。办公室不用选。</translation>
    </message>
    <message>
        <source>Lists show my steps only</source>
        <translation>列表只显示我的工序</translation>
    </message>
    <message>
        <source>Station mode is read from</source>
        <translation>机台模式的观看距离</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>Station mode, light or dark</source>
        <translation>机台模式的深浅色</translation>
    </message>
    <message>
        <source>Open in station mode when Pressboard starts</source>
        <translation>启动时进入机台模式</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationPanel</name>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationStep</name>
    <message>
        <source>%1 done %2 ago</source>
        <extracomment>1: a step, 2: a time</extracomment>
        <translation>%1 %2前完成</translation>
    </message>
    <message>
        <source>done %1 ago</source>
        <translation>%1前完成</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationTrack</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <comment>finished</comment>
        <extracomment>Finished steps that are not named</extracomment>
        <translation>
            <numerusform>%n道</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 道</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationWindow</name>
    <message>
        <source>Station mode</source>
        <translation>机台模式</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>在做</translation>
    </message>
    <message>
        <source>Nothing in work</source>
        <translation>现在没有在做的单</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一单</translation>
    </message>
    <message>
        <source>Nothing is ready to start</source>
        <translation>没有可以开工的单</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Nothing behind it</source>
        <translation>后面没有了</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Soon ready</source>
        <translation>上道快好了</translation>
    </message>
    <message>
        <source>Nothing soon</source>
        <translation>暂时没有</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>呼叫</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationWords</name>
    <message>
        <source>Station</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用人</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Old version</source>
        <translation>旧版</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机台</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>办公</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>未在线</translation>
    </message>
    <message>
        <source>Dark for %1</source>
        <extracomment>1: for how long, 42分</extracomment>
        <translation>黑屏 %1</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>最后 %1</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>No stations yet</source>
        <translation>还没有终端</translation>
    </message>
    <message numerus="yes">
        <source>%n stations, all online, one version</source>
        <translation>
            <numerusform>%n 台终端，全部在线，版本一致</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wall(s) dark</source>
        <translation>
            <numerusform>%n 块大屏黑屏</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with an old version</source>
        <translation>
            <numerusform>%n 台版本旧</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>1: &quot;20 stations&quot;, 2: &quot;17 online&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n stations</source>
        <translation>
            <numerusform>%n 台终端</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n 台在线</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <extracomment>1: how many there are, 2: what is wrong</extracomment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>since %1</source>
        <extracomment>1: when it was last connected, 08:12 or 12-05 08:12</extracomment>
        <translation>%1 起</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StationsPage</name>
    <message>
        <source>Stations</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>未在线</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>Old version</source>
        <translation>旧版</translation>
    </message>
    <message>
        <source>Which stations</source>
        <translation>哪些终端</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ToastCard</name>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>I&apos;ll take it</source>
        <translation>我来处理</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ToastPlaceFields</name>
    <message>
        <source>%1, not connected</source>
        <translation>%1（未连接）</translation>
    </message>
    <message>
        <source>Screen for toasts</source>
        <translation>弹窗所在屏幕</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>The window&apos;s screen</source>
        <translation>看板窗口所在的屏幕</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>右上角</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>左上角</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>右下角</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>左下角</translation>
    </message>
</context>
<context>
    <name>pressboard::client::TodayPage</name>
    <message>
        <source>Today</source>
        <translation>今日必交</translation>
    </message>
</context>
<context>
    <name>pressboard::client::TodayPanel</name>
    <message>
        <source>Must go out today</source>
        <translation>今日必交</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Due by tomorrow</source>
        <translation>到明天要交</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Nothing is overdue, and nothing is due today or tomorrow</source>
        <translation>没有逾期的单，今天和明天也没有要交的</translation>
    </message>
    <message>
        <source>What must go out today?</source>
        <translation>今天必须交什么？</translation>
    </message>
    <message>
        <source>Work ends at %1</source>
        <translation>今天 %1 下班</translation>
    </message>
    <message>
        <source>By what each step usually took in the last 30 days</source>
        <translation>按近30天各道工序的通常用时</translation>
    </message>
    <message>
        <source>By what each step usually took in the last 30 days, working time only</source>
        <translation>按近30天各道工序的通常用时，只计工作时间</translation>
    </message>
</context>
<context>
    <name>pressboard::client::TransferFields</name>
    <message>
        <source>Settings as a file</source>
        <translation>设置文件</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export the access code, too: whoever has the file has your rights</source>
        <translation>连授权码一起导出（拿到文件的人就有您的权限）</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>Settings (*.ini)</source>
        <translation>设置 (*.ini)</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>Saved as %1. This PC&apos;s name is not in it.</source>
        <translation>已保存为 %1，不含本机名称。</translation>
    </message>
    <message>
        <source>The settings of %1 are in use.</source>
        <translation>已改用 %1 里的设置。</translation>
    </message>
</context>
<context>
    <name>pressboard::client::TrayWords</name>
    <message>
        <source>Pressboard: %1</source>
        <extracomment>1: the connection and what is known of it</extracomment>
        <translation>印务看板：%1</translation>
    </message>
    <message>
        <source>Pressboard: %1; do not disturb until %2</source>
        <translation>印务看板：%1；免打扰至 %2</translation>
    </message>
    <message numerus="yes">
        <source>Pressboard: %1; %n unread notice(s)</source>
        <translation>
            <numerusform>印务看板：%1；%n 条未读通知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pressboard: %1; %n unread notice(s), do not disturb until %2</source>
        <translation>
            <numerusform>印务看板：%1；%n 条未读通知，免打扰至 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s) for your turn</source>
        <extracomment>1: the connection and what is known of it</extracomment>
        <translation>
            <numerusform>%1，轮到你 %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::TurnStrip</name>
    <message>
        <source>Your turn: %1 %2</source>
        <extracomment>1: a step, 2: an order number</extracomment>
        <translation>轮到你：%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more for your turn</source>
        <translation>
            <numerusform>还有 %n 道轮到你</numerusform>
        </translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>轮到你</translation>
    </message>
</context>
<context>
    <name>pressboard::client::UnreadSheet</name>
    <message>
        <source>What could not be read</source>
        <translation>读不懂的消息</translation>
    </message>
    <message>
        <source>Since the server&apos;s start. Everything else of these messages is on the board; whoever looks after the CRM can mend them.</source>
        <translation>自服务器启动以来。这些消息的其余内容都在看板上；请负责 CRM 的人修正。</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略去</translation>
    </message>
    <message>
        <source>too long, cut</source>
        <translation>过长，已截短</translation>
    </message>
    <message>
        <source>unknown status, shown as it is</source>
        <translation>状态不认识，照原样显示</translation>
    </message>
    <message>
        <source>refused whole</source>
        <translation>整条拒收</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ValidityPicker</name>
    <message>
        <source>7 days, as notices are kept</source>
        <translation>7 天（通知的保留期）</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 小时</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>Until…</source>
        <translation>到指定时间…</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ViewPopup</name>
    <message>
        <source>Usual order</source>
        <translation>默认顺序</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>交期</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作员</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上道</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>已用时</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待开始</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Early or late</source>
        <translation>提前或逾期</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>倒序</translation>
    </message>
    <message>
        <source>My steps</source>
        <translation>我的工序</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Cover and inner pages</source>
        <translation>封面和内文</translation>
    </message>
    <message>
        <source>Cover or inner pages</source>
        <translation>封面/内文</translation>
    </message>
</context>
<context>
    <name>pressboard::client::WallController</name>
    <message>
        <source>The board hangs on the wall</source>
        <translation>看板正在大屏上显示</translation>
    </message>
</context>
<context>
    <name>pressboard::client::WallList</name>
    <message>
        <source>Page %1/%2</source>
        <extracomment>1: which page of a list stands there, 2: how many it has</extracomment>
        <translation>%1/%2 页</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::WallNumbers</name>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>逾期 %1</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>总数 %1</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>今日完成</translation>
    </message>
    <message>
        <source>So far %1</source>
        <translation>累计 %1</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可开工</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待开始</translation>
    </message>
    <message>
        <source>In production</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待处理</translation>
    </message>
</context>
<context>
    <name>pressboard::client::WallSettingsPage</name>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>显示器</translation>
    </message>
    <message>
        <source>Customers&apos; names</source>
        <translation>客户名称</translation>
    </message>
    <message>
        <source>Short</source>
        <comment>customer&apos;s name</comment>
        <translation>简称</translation>
    </message>
    <message>
        <source>In full</source>
        <comment>customer&apos;s name</comment>
        <translation>全称</translation>
    </message>
    <message>
        <source>Hidden</source>
        <comment>customer&apos;s name</comment>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Dark from – to (empty: never)</source>
        <translation>熄屏时段（留空：从不）</translation>
    </message>
    <message>
        <source>Move the picture by a pixel now and then, against burning in</source>
        <translation>画面不时移动一个像素，防止烧屏</translation>
    </message>
    <message>
        <source>The first one</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>%1, %2 × %3</source>
        <extracomment>1: a screen&apos;s name, 2 and 3: its width and height</extracomment>
        <translation>%1，%2×%3</translation>
    </message>
    <message>
        <source>%1, not connected</source>
        <translation>%1（未连接）</translation>
    </message>
    <message>
        <source>Open the board on the wall when Pressboard starts</source>
        <translation>启动时直接进入大屏模式</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>深色或浅色</translation>
    </message>
</context>
<context>
    <name>pressboard::client::WallWindow</name>
    <message>
        <source>Pressboard</source>
        <translation>印务看板</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>工序</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>已用时</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>可开工</translation>
    </message>
    <message>
        <source>Wall mode</source>
        <translation>大屏模式</translation>
    </message>
    <message>
        <source>Now at</source>
        <translation>当前工序</translation>
    </message>
</context>
<context>
    <name>pressboard::client::clipboard</name>
    <message>
        <source>Not copied: another program holds the clipboard. Please try again.</source>
        <translation>没有复制：剪贴板正被别的程序占用，请再试一次</translation>
    </message>
</context>
<context>
    <name>pressboard::client::short_words</name>
    <message>
        <source>%1 d overdue</source>
        <translation>晚%1天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>1 d left</source>
        <comment>tomorrow</comment>
        <translation>明天</translation>
    </message>
    <message>
        <source>%1 d left</source>
        <translation>剩%1天</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1天%2小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1小时</translation>
    </message>
    <message>
        <source>Robinson</source>
        <extracomment>As long as names of people usually are</extracomment>
        <translation>欧阳娜</translation>
    </message>
    <message>
        <source>Laminating</source>
        <extracomment>As long as names of steps usually are</extracomment>
        <translation>上光覆膜</translation>
    </message>
</context>
<context>
    <name>pressboard::client::wall</name>
    <message numerus="yes">
        <source>%n order(s) overdue</source>
        <translation>
            <numerusform>%n 单逾期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) cancelled, stop work</source>
        <translation>
            <numerusform>%n 单已取消，请停止生产</numerusform>
        </translation>
    </message>
</context>
</TS>
