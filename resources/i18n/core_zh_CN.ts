<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DesktopEntry</name>
    <message>
        <source>%1 could not be removed. Remove it by hand.</source>
        <translation>无法删除 %1，请手工删除。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Make its folder writable for this user.</source>
        <translation>无法写入 %1：%2。请让当前用户可以写这个文件夹。</translation>
    </message>
</context>
<context>
    <name>RunKey</name>
    <message>
        <source>The list of programs that start with Windows could not be changed. Ask your administrator.</source>
        <translation>无法更改 Windows 的启动项，请找管理员。</translation>
    </message>
</context>
<context>
    <name>SecretFile</name>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>ServerAuthorities</name>
    <message>
        <source>Who vouches for the server is said by the settings file that was rolled out to this PC. Ask your admin to name the authority&apos;s file there.</source>
        <translation>服务器证书的颁发机构由下发到本机的设置文件规定。请管理员在那里写上颁发机构的证书文件。</translation>
    </message>
    <message>
        <source>Whom to believe could not be written to %1: %2.</source>
        <extracomment>1: a path, 2: the system&apos;s words</extracomment>
        <translation>信任的颁发机构无法写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>SettingsCheck</name>
    <message>
        <source>There is no setting “%1”. “%2” may be meant.</source>
        <translation>没有“%1”这个设置，可能是“%2”。</translation>
    </message>
    <message>
        <source>There is no setting “%1”. Take the line out, or see the list of settings in the documentation.</source>
        <translation>没有“%1”这个设置。请删掉这一行，或查看文档里的设置清单。</translation>
    </message>
    <message>
        <source>“%1” is true or false, not “%2”.</source>
        <translation>“%1”只能是 true 或 false，不能是“%2”。</translation>
    </message>
    <message>
        <source>“%1” is a number from %2 to %3, not “%4”.</source>
        <translation>“%1”是 %2 到 %3 的数字，不能是“%4”。</translation>
    </message>
    <message>
        <source>“%1” is written like 22:00-06:00, not “%2”.</source>
        <translation>“%1”要写成 22:00-06:00 这样，不能是“%2”。</translation>
    </message>
    <message>
        <source>“%1” cannot be “%2”. It is one of: %3.</source>
        <extracomment>1: a setting, 2: what was found, 3: words with commas between</extracomment>
        <translation>“%1”不能是“%2”，可选：%3。</translation>
    </message>
    <message>
        <source>“%1” is neither a [section] nor a name = value.</source>
        <translation>“%1”既不是 [段名]，也不是 名称=值。</translation>
    </message>
    <message>
        <source>This is not UTF-8. Save the file as UTF-8.</source>
        <translation>这一行不是 UTF-8，请把文件另存为 UTF-8。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <extracomment>1: a number, 2: a sentence</extracomment>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>%1 could not be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message numerus="yes">
        <source>And %n more line(s).</source>
        <translation>
            <numerusform>还有 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is written like 1-5 22:00-06:00 with Monday as 1, not “%2”.</source>
        <translation>“%1”要写成 1-5 22:00-06:00 的样子（周一是 1），不能是“%2”。</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>The settings file could not be understood. It is kept as %1; please set the server and the station again.</source>
        <translation>设置文件无法读懂，已保留为 %1；请重新设置服务器和终端。</translation>
    </message>
    <message>
        <source>The settings could not be written to %1. Make that file writable for this user. Until then they hold while the program runs.</source>
        <translation>设置无法写入 %1。请让当前用户可以写这个文件；在此之前，设置只在程序运行时有效。</translation>
    </message>
    <message>
        <source>The settings could not be written to %1: the disk is full. Make room. Until then they hold while the program runs.</source>
        <translation>设置无法写入 %1：磁盘已满，请腾出空间；在此之前，设置只在程序运行时有效。</translation>
    </message>
</context>
<context>
    <name>SettingsPlace</name>
    <message>
        <source>%1 is not there. %2</source>
        <extracomment>1: a file, 2: a sentence</extracomment>
        <translation>找不到 %1。%2</translation>
    </message>
    <message>
        <source>A new one is begun there.</source>
        <translation>已在那里新建一个。</translation>
    </message>
    <message>
        <source>Is the network drive connected? What this PC knew last is used.</source>
        <translation>网络盘连上了吗？先用本机上次的设置。</translation>
    </message>
</context>
<context>
    <name>SettingsTransfer</name>
    <message>
        <source>The settings could not be saved as %1: %2. Choose another folder.</source>
        <translation>设置无法保存为 %1：%2。请换一个文件夹。</translation>
    </message>
    <message>
        <source>The settings could not be written to %1. Is the disk full?</source>
        <translation>设置无法写入 %1。磁盘满了吗？</translation>
    </message>
    <message>
        <source>Nothing was taken over.</source>
        <translation>没有导入任何设置。</translation>
    </message>
    <message>
        <source>There are no settings in %1.</source>
        <translation>%1 里没有设置。</translation>
    </message>
</context>
<context>
    <name>pressboard::client::AlarmWords</name>
    <message>
        <source>Nobody here knows whether it was taken</source>
        <translation>未知是否已处理</translation>
    </message>
    <message>
        <source>Not confirmed here</source>
        <translation>本机还没确认</translation>
    </message>
    <message>
        <source>Nobody took it yet</source>
        <translation>还没有人处理</translation>
    </message>
    <message>
        <source>Taken by %1</source>
        <translation>已由%1处理</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>I&apos;ll take it</source>
        <translation>我来处理</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::BoardNumbers</name>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Steps in progress</source>
        <translation>进行中工序</translation>
    </message>
    <message>
        <source>Steps waiting</source>
        <translation>待开始工序</translation>
    </message>
    <message>
        <source>In production</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>All orders</source>
        <translation>订单总数</translation>
    </message>
    <message>
        <source>Counted from what this server has seen: the CRM&apos;s older orders were never imported.</source>
        <translation>只含本服务器见过的数据：CRM 的历史订单尚未导入。</translation>
    </message>
    <message>
        <source>%1 ready</source>
        <translation>可开工 %1</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>今天 %1</translation>
    </message>
</context>
<context>
    <name>pressboard::client::CacheWriter</name>
    <message>
        <source>The board could not be kept in %1: %2</source>
        <translation>看板数据无法保存到 %1：%2</translation>
    </message>
</context>
<context>
    <name>pressboard::client::CodeFile</name>
    <message>
        <source>The access code cannot be read from %1: %2. The line code-file in the settings names it.</source>
        <translation>从 %1 读不到授权码：%2。这个文件由设置里的 code-file 一行指定。</translation>
    </message>
    <message>
        <source>There is no access code in %1: it must be all that is in the file.</source>
        <translation>%1 里没有授权码：文件里只能有授权码，不能有别的。</translation>
    </message>
</context>
<context>
    <name>pressboard::client::Connection</name>
    <message>
        <source>The server did not answer in time.</source>
        <translation>服务器没有及时回应。</translation>
    </message>
    <message>
        <source>The server fell silent.</source>
        <translation>服务器不再回应。</translation>
    </message>
    <message>
        <source>The server sent a message out of turn.</source>
        <translation>服务器发来了次序不对的消息。</translation>
    </message>
    <message>
        <source>That server speaks another version of the protocol.</source>
        <translation>服务器与本程序的版本不配套。</translation>
    </message>
    <message>
        <source>The server begins again and again.</source>
        <translation>服务器一再从头开始。</translation>
    </message>
    <message>
        <source>The server did not come to an end.</source>
        <translation>服务器一直没有发完。</translation>
    </message>
    <message>
        <source>The server&apos;s data had a gap.</source>
        <translation>服务器的数据有缺口。</translation>
    </message>
</context>
<context>
    <name>pressboard::client::Notifier</name>
    <message>
        <source>To the server and back: %1 ms. Nobody else got it.</source>
        <translation>到服务器往返 %1 毫秒，别人没有收到。</translation>
    </message>
    <message>
        <source>round trip %1 ms</source>
        <translation>往返 %1 毫秒</translation>
    </message>
</context>
<context>
    <name>pressboard::client::Outbox</name>
    <message>
        <source>Too much is waiting for the server. Try again in a minute.</source>
        <translation>等待发送的太多，请过一分钟再试。</translation>
    </message>
    <message>
        <source>The server was changed before it answered.</source>
        <translation>还没收到回应，服务器就已更换。</translation>
    </message>
    <message>
        <source>The server did not answer within 30 seconds.</source>
        <translation>服务器在 30 秒内没有回应。</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ServerAccess</name>
    <message>
        <source>The keychain does not open. Unlock it, or type the access code again.</source>
        <translation>密钥环没有打开。请解锁，或重新填写授权码。</translation>
    </message>
    <message>
        <source>it is not there any more</source>
        <translation>里面已经没有了</translation>
    </message>
    <message>
        <source>The access code could not be read from the keychain: %1. Unlock the keychain, or type the code again.</source>
        <extracomment>1: a reason, in few words</extracomment>
        <translation>无法从密钥环读取授权码：%1。请解锁密钥环，或重新填写授权码。</translation>
    </message>
    <message>
        <source>The access code is not on this PC any more.</source>
        <translation>本机已没有授权码。</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>请重新填写。</translation>
    </message>
    <message>
        <source>The access code could not be kept and will be asked for again: %1</source>
        <translation>授权码没能保存，下次还要填写：%1</translation>
    </message>
</context>
<context>
    <name>pressboard::client::ServerAddress</name>
    <message>
        <source>Enter the server&apos;s address, for example 192.168.1.10.</source>
        <translation>请填写服务器地址，例如 192.168.1.10。</translation>
    </message>
    <message>
        <source>“%1” is not an address. Examples: 192.168.1.10, server:5173, wss://board.example.com</source>
        <translation>“%1”不是地址。例如：192.168.1.10、server:5173、wss://board.example.com</translation>
    </message>
    <message>
        <source>“%1” cannot be used here. The address begins with ws:// or wss://, or has no beginning at all.</source>
        <translation>这里不能用“%1”。地址以 ws:// 或 wss:// 开头，或者不写开头。</translation>
    </message>
</context>
<context>
    <name>pressboard::client::SingleInstance</name>
    <message>
        <source>Pressboard runs already, on the screen %1. Quit it there first.</source>
        <extracomment>1: a screen, as &quot;:0&quot;</extracomment>
        <translation>印务看板已在屏幕 %1 上运行。请先在那里退出。</translation>
    </message>
    <message>
        <source>Pressboard runs already and does not answer. End it in the system&apos;s list of programs, then start it again.</source>
        <translation>印务看板已在运行，但没有响应。请在系统的任务列表里结束它，再重新启动。</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StatusWords</name>
    <message>
        <source>Reconnecting (try %1)</source>
        <translation>重连中（第%1次）</translation>
    </message>
    <message>
        <source>Reconnecting (try %1, in %2 s)</source>
        <translation>重连中（第%1次，%2秒后）</translation>
    </message>
    <message>
        <source>Access code refused. Ask your admin; retrying every minute</source>
        <translation>授权码无效，请找管理员；每分钟自动重试</translation>
    </message>
    <message>
        <source>This access code may not see the board. Ask your admin; retrying</source>
        <translation>这个授权码不能看看板，请找管理员；自动重试</translation>
    </message>
    <message>
        <source>No Pressboard server at this address; retrying every minute</source>
        <translation>这个地址上没有印务看板服务器；每分钟自动重试</translation>
    </message>
    <message>
        <source>The server takes no more connections; retrying</source>
        <translation>服务器的连接已满；自动重试</translation>
    </message>
    <message>
        <source>Server and program do not fit together. Update the older one; retrying</source>
        <translation>服务器与本程序版本不符，请更新较旧的一方；自动重试</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>网络断开</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>服务器没有回应</translation>
    </message>
    <message>
        <source>Check this PC&apos;s network cable or Wi-Fi</source>
        <translation>请检查本机的网线或无线网络</translation>
    </message>
    <message>
        <source>Waiting for it</source>
        <translation>正在等它恢复</translation>
    </message>
    <message>
        <source>Data as of %1</source>
        <translation>数据截至 %1</translation>
    </message>
    <message>
        <source>No server set</source>
        <translation>未设置服务器</translation>
    </message>
    <message>
        <source>The server lost its Redis</source>
        <translation>服务器连不上 Redis</translation>
    </message>
    <message>
        <source>It is reconnecting by itself</source>
        <translation>服务器正在自动重连</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>正在同步</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Server stopped</source>
        <translation>服务器已停止</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Last change %1</source>
        <translation>最近变化 %1</translation>
    </message>
    <message>
        <source>Connected, but no CRM data for %1</source>
        <translation>已连接，但 CRM 已 %1没有数据</translation>
    </message>
    <message>
        <source>Connected, but no CRM data for %1 min</source>
        <translation>已连接，但 CRM 已 %1 分钟没有数据</translation>
    </message>
    <message>
        <source>memory full</source>
        <translation>内存已满</translation>
    </message>
    <message>
        <source>disk fails</source>
        <translation>磁盘出错</translation>
    </message>
    <message>
        <source>replicas missing</source>
        <translation>缺少副本</translation>
    </message>
    <message>
        <source>no right</source>
        <translation>缺少权限</translation>
    </message>
    <message>
        <source>Redis takes nothing new</source>
        <translation>已连接，但数据写不进去</translation>
    </message>
    <message>
        <source>Redis takes nothing new: %1</source>
        <translation>已连接，但数据写不进去：%1</translation>
    </message>
    <message>
        <source>Changes %1–%2 may be missing</source>
        <translation>%1–%2 的变化可能缺失</translation>
    </message>
    <message>
        <source>The data went back to %1; changes from %1 to %2 may be missing</source>
        <translation>数据回退到 %1，%1–%2 的变化可能缺失</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is %1 min slow</source>
        <translation>本机时钟慢 %1 分钟</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is %1 min fast</source>
        <translation>本机时钟快 %1 分钟</translation>
    </message>
    <message>
        <source>Round trip %1 ms</source>
        <translation>往返 %1 毫秒</translation>
    </message>
    <message>
        <source>Set the server&apos;s address and the access code in the settings</source>
        <translation>请在设置中填写服务器地址和授权码</translation>
    </message>
    <message>
        <source>None at the moment</source>
        <translation>目前没有</translation>
    </message>
    <message>
        <source>No orders yet, waiting for the CRM</source>
        <translation>暂无订单，等待 CRM 数据</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) from the CRM could not be read</source>
        <translation>
            <numerusform>CRM 有 %n 条消息读不懂</numerusform>
        </translation>
    </message>
    <message>
        <source>Updates paused</source>
        <translation>数据暂停更新</translation>
    </message>
    <message>
        <source>They go on by themselves</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>Updates paused; they go on by themselves</source>
        <translation>数据暂停更新，正在恢复</translation>
    </message>
    <message>
        <source>No computer of this name. Check the spelling, or type its address</source>
        <translation>找不到这个名字的电脑，请检查拼写，或改填 IP 地址</translation>
    </message>
    <message>
        <source>No server listens there. Is it started, the port right?</source>
        <translation>能连上这台电脑，但看板服务没有启动，或端口不对</translation>
    </message>
    <message>
        <source>No answer. Is it the right address, is a firewall in between?</source>
        <translation>没有应答，请检查地址，或中间的防火墙</translation>
    </message>
    <message>
        <source>No secure connection: its certificate is not trusted. Ask your admin</source>
        <translation>无法建立安全连接：服务器的证书不受信任，请找管理员</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>1: an address, 2: what is wrong there</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>pressboard::client::StepTimeline</name>
    <message>
        <source>started %1</source>
        <translation>%1 开工</translation>
    </message>
    <message>
        <source>waiting for an earlier step</source>
        <translation>等上道</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <extracomment>1: names of steps</extracomment>
        <translation>等上道 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Confirmed by %1</source>
        <translation>%1 已确认</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>可开工</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>%1 needs the cover</source>
        <translation>%1等封面</translation>
    </message>
</context>
<context>
    <name>pressboard::client::cells</name>
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
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Now at</source>
        <translation>当前工序</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Job ticket</source>
        <translation>施工单号</translation>
    </message>
    <message>
        <source>Sales rep</source>
        <translation>业务员</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Print type</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>pressboard::client::csv</name>
    <message>
        <source>%1 could not be written: %2. Close it in other programs, or save it somewhere else.</source>
        <translation>无法写入 %1：%2。请在其他程序中关闭它，或换个位置保存。</translation>
    </message>
</context>
<context>
    <name>pressboard::client::format</name>
    <message>
        <source>en</source>
        <extracomment>The locale whose names of days and months fit this translation.</extracomment>
        <translation>zh_CN</translation>
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
        <source>%1 h %2 min</source>
        <translation>%1小时%2分</translation>
    </message>
    <message>
        <source>1,000</source>
        <extracomment>How a thousand is written: with or without a separator. Other numbers follow.</extracomment>
        <translation>1000</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>1: a number, 2: its unit</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>A date without its year, as QLocale&apos;s format</extracomment>
        <translation>MM-dd</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <extracomment>A date with its day of the week, as QLocale&apos;s format</extracomment>
        <translation>MM-dd ddd</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>moment</comment>
        <extracomment>1: a date, 2: a time</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1天</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1天%2小时</translation>
    </message>
    <message numerus="yes">
        <source>%n d early</source>
        <translation>
            <numerusform>提前%n天</numerusform>
        </translation>
    </message>
    <message>
        <source>on time</source>
        <translation>按期</translation>
    </message>
    <message numerus="yes">
        <source>%n d late</source>
        <translation>
            <numerusform>逾期%n天</numerusform>
        </translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>Inner pages</source>
        <translation>内文</translation>
    </message>
    <message>
        <source>Cover + inner</source>
        <translation>封面+内文</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>In production</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待开始</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天交</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天交</translation>
    </message>
    <message numerus="yes">
        <source>%n d left</source>
        <translation>
            <numerusform>剩%n天</numerusform>
        </translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待开始</translation>
    </message>
    <message>
        <source>open</source>
        <extracomment>of a step of which nobody knows more than that it is not finished</extracomment>
        <translation>未完成</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>Over 24 h, not reported (%n)</source>
        <translation>
            <numerusform>超过24小时未报完工 (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting for an earlier step</source>
        <translation>
            <numerusform>另有 %n 道等上道工序</numerusform>
        </translation>
    </message>
    <message>
        <source> · </source>
        <translation>·</translation>
    </message>
    <message>
        <source>due</source>
        <translation>交期</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>print type</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>order no.</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>job ticket</source>
        <translation>施工单号</translation>
    </message>
    <message>
        <source>sales rep</source>
        <translation>业务员</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <extracomment>1: a field, 2: its old value, 3: its new one</extracomment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>交期%1</translation>
    </message>
    <message>
        <source>dddd</source>
        <extracomment>The day of the week, as QLocale&apos;s format</extracomment>
        <translation>ddd</translation>
    </message>
    <message>
        <source>Cancelled · stop</source>
        <translation>已取消·请停</translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>of a step whose turn has come, until somebody looked at it</extracomment>
        <translation>新</translation>
    </message>
    <message numerus="yes">
        <source>%n d overdue</source>
        <translation>
            <numerusform>逾期%n天</numerusform>
        </translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>明天 %1</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>due</comment>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <comment>due</comment>
        <translation>明天</translation>
    </message>
    <message>
        <source>Too late</source>
        <translation>来不及</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>危险</translation>
    </message>
    <message>
        <source>Too few cases</source>
        <translation>数据不足</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>来得及</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n道</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>约 %1分</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>约 %1小时</translation>
    </message>
    <message>
        <source>slow %1</source>
        <extracomment>when nine in ten cases are ready</extracomment>
        <translation>慢则 %1</translation>
    </message>
    <message>
        <source>%2 on %1</source>
        <extracomment>What was done last to a finished order. 1: a day, 2: a step</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between steps</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>now at %1</source>
        <comment>for a customer</comment>
        <translation>正在%1</translation>
    </message>
    <message>
        <source>waiting for production</source>
        <translation>排队等生产</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a step and its state</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <comment>for a customer</comment>
        <translation>排队等%1</translation>
    </message>
    <message>
        <source>finished</source>
        <comment>for a customer</comment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>of an order</comment>
        <extracomment>1: an order, 2: how far it is</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more order(s)</source>
        <translation>
            <numerusform>另有 %n 单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pressboard::client::sentence</name>
    <message>
        <source>%1; %2</source>
        <extracomment>Two clauses of a sentence, each of which could stand alone</extracomment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>Nothing more is due today</source>
        <translation>今天没有还要交的单</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) still due today</source>
        <translation>
            <numerusform>今天还要交 %n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) still due today, %1 not at binding yet</source>
        <translation>
            <numerusform>今天还要交 %n 单，%1 单还没到装订</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) finished in the last 24 h</source>
        <translation>
            <numerusform>近24小时完工 %n 道</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) finished today</source>
        <translation>
            <numerusform>今天完工 %n 道</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) finished yesterday</source>
        <translation>
            <numerusform>昨天完工 %n 道</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) finished in 7 days</source>
        <translation>
            <numerusform>近7天完工 %n 道</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) finished in 30 days</source>
        <translation>
            <numerusform>近30天完工 %n 道</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>as many as the mean of the %n week(s) before</source>
        <translation>
            <numerusform>与前 %n 周同期均值持平</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1% more than the mean of the %n week(s) before</source>
        <translation>
            <numerusform>比前 %n 周同期均值多 %1%</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1% fewer than the mean of the %n week(s) before</source>
        <translation>
            <numerusform>比前 %n 周同期均值少 %1%</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>as many as the mean of the last %n %1(s)</source>
        <translation>
            <numerusform>与近 %n 个%1均值持平</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2% more than the mean of the last %n %1(s)</source>
        <translation>
            <numerusform>比近 %n 个%1均值多 %2%</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2% fewer than the mean of the last %n %1(s)</source>
        <translation>
            <numerusform>比近 %n 个%1均值少 %2%</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>after that %1 is busiest with %n order(s)</source>
        <translation>
            <numerusform>之后 %1 最挤，%n 单</numerusform>
        </translation>
    </message>
    <message>
        <source>No step waits to be started</source>
        <translation>没有等着开工的工序</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) wait for %1</source>
        <translation>
            <numerusform>%1前压了 %n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) wait for %1, the longest %2 for %3 now</source>
        <translation>
            <numerusform>%1前压了 %n 单，最久 %2 已等 %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) wait for %1, usually %4, the longest %2 for %3 now</source>
        <translation>
            <numerusform>%1前压了 %n 单，通常等 %4，最久 %2 已等 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Two clauses: 142 steps finished today, 12% fewer than …</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>No running step is overdue for its report</source>
        <translation>没有开了没报完工的工序</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) running 3 times as long as usual</source>
        <translation>
            <numerusform>%n 道已用时超过平时 3 倍</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) over 24 h, not reported, all at %1</source>
        <translation>
            <numerusform>%n 道超过24小时未报完工，都是%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) over 24 h, not reported, %2 of them at %1</source>
        <translation>
            <numerusform>%n 道超过24小时未报完工，其中%1 %2 道</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more 3 times as long as usual</source>
        <translation>
            <numerusform>另有 %n 道超过平时 3 倍</numerusform>
        </translation>
    </message>
    <message>
        <source>No order in hand</source>
        <translation>手上没有活</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) in hand: %1 pending, %2 in production</source>
        <translation>
            <numerusform>在手 %n 单：待处理 %1，处理中 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>No step was finished with its times in 30 days</source>
        <translation>近30天没有记下时间的完工</translation>
    </message>
    <message>
        <source>Too few cases of %1 to say (%2 times)</source>
        <translation>%1数据不足（%2次）</translation>
    </message>
    <message>
        <source>%1 usually takes %2, nine in ten within %3 (%4 times)</source>
        <translation>%1通常 %2，九成在 %3内（%4次）</translation>
    </message>
    <message>
        <source>No order was due last week</source>
        <translation>上周没有应交的单</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) due last week: too few to say</source>
        <translation>
            <numerusform>上周应交 %n 单，数据不足</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) due last week, %1% on time</source>
        <translation>
            <numerusform>上周 %n 单，按期 %1%</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) due last week, %1% on time, as in the week before</source>
        <translation>
            <numerusform>上周 %n 单，按期 %1%，与前一周持平</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) due last week, %1% on time, %2 points better than the week before</source>
        <translation>
            <numerusform>上周 %n 单，按期 %1%，比前一周高 %2 个百分点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) due last week, %1% on time, %2 points worse than the week before</source>
        <translation>
            <numerusform>上周 %n 单，按期 %1%，比前一周低 %2 个百分点</numerusform>
        </translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>近24小时</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>近7天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>近30天</translation>
    </message>
    <message>
        <source>1 order still due today, not at binding yet</source>
        <translation>今天还要交 1 单，还没到装订</translation>
    </message>
    <message>
        <source>1 step over 24 h, not reported: %1</source>
        <translation>1 道超过24小时未报完工：%1</translation>
    </message>
    <message>
        <source>as many as the same shift last week</source>
        <translation>与上周同班持平</translation>
    </message>
    <message>
        <source>%1% more than the same shift last week</source>
        <translation>比上周同班多 %1%</translation>
    </message>
    <message>
        <source>%1% fewer than the same shift last week</source>
        <translation>比上周同班少 %1%</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a step, how many</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>, </source>
        <comment>in a list</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n</source>
        <translation>
            <numerusform>%1 %n 道</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 in the same shift last week)</source>
        <translation>%1（上周同班 %2）</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n step(s) finished</source>
        <translation>
            <numerusform>%1完工 %n 道</numerusform>
        </translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a shift, its hours</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Running now: %1</source>
        <translation>正在做：%1</translation>
    </message>
    <message>
        <source>Ready to start: %1</source>
        <translation>可开工：%1</translation>
    </message>
    <message>
        <source>Last night: %1</source>
        <comment>a shift</comment>
        <translation>昨夜%1</translation>
    </message>
    <message>
        <source>Last shift: %1</source>
        <translation>上一班%1</translation>
    </message>
    <message>
        <source>This shift: %1</source>
        <translation>本班%1</translation>
    </message>
    <message numerus="yes">
        <source>Nobody called for help in %n day(s)</source>
        <translation>
            <numerusform>近%n天没有人呼叫</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) for help in %1 days</source>
        <translation>
            <numerusform>近%1天呼叫 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, usually taken after %2, at the longest after %3</source>
        <extracomment>Two clauses: 12 calls for help in 7 days, …</extracomment>
        <translation>%1，通常 %2后有人处理，最久 %3</translation>
    </message>
    <message>
        <source>%1, taken after %2 at the longest</source>
        <translation>%1，最久 %2后有人处理</translation>
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
</context>
<context>
    <name>pressboard::client::toasts</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新订单 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completed</source>
        <translation>
            <numerusform>完成 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newly overdue</source>
        <translation>
            <numerusform>新逾期 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>held at %1 (%2)</source>
        <translation>卡在 %1（%2）</translation>
    </message>
    <message>
        <source>Overdue %1</source>
        <translation>已逾期 %1</translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation>应交 %1</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>Board shows %1, reconnecting</source>
        <translation>看板停在 %1 的数据，正在自动重连</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>正在自动重连</translation>
    </message>
    <message>
        <source>Server stopped</source>
        <translation>服务器已停止</translation>
    </message>
    <message>
        <source>Board shows %1, reconnects when it is back</source>
        <translation>看板停在 %1，恢复后自动连接</translation>
    </message>
    <message>
        <source>Back online</source>
        <translation>已恢复连接</translation>
    </message>
    <message>
        <source>Away for long, everything was synced anew</source>
        <translation>断开较久，已重新同步全部数据</translation>
    </message>
    <message>
        <source>Away %1, nothing new</source>
        <translation>断开%1，没有变化</translation>
    </message>
    <message>
        <source>Away %1: %2</source>
        <translation>断开%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n unread notice(s)</source>
        <translation>
            <numerusform>未读通知 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>自%1 以来</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) due today</source>
        <translation>
            <numerusform>今天要交 %n 单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them not at binding yet</source>
        <translation>
            <numerusform>其中 %n 单还没到装订</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No CRM data for %n min</source>
        <translation>
            <numerusform>CRM 已 %n 分钟没有数据</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the CRM and Redis</source>
        <translation>请检查 CRM 与 Redis</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>level of a notice</comment>
        <translation>完成</translation>
    </message>
    <message>
        <source>Attention</source>
        <comment>level of a notice</comment>
        <translation>注意</translation>
    </message>
    <message>
        <source>Important</source>
        <comment>level of a notice</comment>
        <translation>重要</translation>
    </message>
    <message>
        <source>Notice</source>
        <comment>level of a notice</comment>
        <translation>通知</translation>
    </message>
    <message>
        <source>Test, nothing to do</source>
        <translation>测试，无需处理</translation>
    </message>
    <message>
        <source>A notice was withdrawn</source>
        <translation>一条通知已撤回</translation>
    </message>
    <message>
        <source>%1 withdrew a notice</source>
        <translation>%1撤回了一条通知</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>1: a notice&apos;s own title, 2: its text</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>New message (%1)</source>
        <translation>新消息（%1）</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>交期 %1</translation>
    </message>
    <message>
        <source>New order %1</source>
        <translation>新订单 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>1: a step, 2: who works on it</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between two steps</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>Order cancelled, stop work %1</source>
        <translation>订单已取消，请停止生产 %1</translation>
    </message>
    <message>
        <source>Now at: %1</source>
        <translation>正在：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) early</source>
        <translation>
            <numerusform>提前%n天</numerusform>
        </translation>
    </message>
    <message>
        <source>on time</source>
        <translation>按期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>逾期%n天</numerusform>
        </translation>
    </message>
    <message>
        <source>Order completed %1</source>
        <translation>订单完成 %1</translation>
    </message>
    <message>
        <source>Order changed %1</source>
        <translation>订单有改动 %1</translation>
    </message>
    <message>
        <source>Order deleted %1</source>
        <translation>订单已删除 %1</translation>
    </message>
    <message>
        <source>If still in production, call the office</source>
        <translation>若仍在生产，请联系办公室</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>下道 %1</translation>
    </message>
    <message>
        <source>Started: %1 %2</source>
        <extracomment>1: a step, 2: an order number</extracomment>
        <translation>已开工：%1 %2</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>Finished: %1 %2</source>
        <translation>已完工：%1 %2</translation>
    </message>
    <message>
        <source>Skipped: %1 %2</source>
        <translation>已跳过：%1 %2</translation>
    </message>
    <message>
        <source>Reopened: %1 %2</source>
        <translation>返工：%1 %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>reopened</comment>
        <extracomment>1: a step&apos;s status before, 2: its status now</extracomment>
        <translation>%1改回%2</translation>
    </message>
    <message>
        <source>previous %1 %2</source>
        <extracomment>1: a step, 2: its status</extracomment>
        <translation>上道 %1 %2</translation>
    </message>
    <message>
        <source>Your turn: %1 %2</source>
        <translation>轮到你：%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>改动 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>删除 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>工序 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation>
            <numerusform>通知 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>其他 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>%n 条更新</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (click to view)</source>
        <extracomment>1: what was folded into this toast</extracomment>
        <translation>%1（点击查看）</translation>
    </message>
    <message>
        <source>Not at binding yet</source>
        <translation>还没到装订</translation>
    </message>
    <message numerus="yes">
        <source>Your turn: %n step(s)</source>
        <translation>
            <numerusform>轮到你：%n 道工序</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 道</numerusform>
        </translation>
    </message>
    <message>
        <source>No CRM data for %1</source>
        <translation>CRM 已 %1没有数据</translation>
    </message>
    <message numerus="yes">
        <source>%n while you were not to be disturbed</source>
        <translation>
            <numerusform>免打扰期间 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n concern(s) you</source>
        <extracomment>1: &quot;5 while you were not to be disturbed&quot;</extracomment>
        <translation>
            <numerusform>%1，%n 条与我有关</numerusform>
        </translation>
    </message>
    <message>
        <source>Click to view</source>
        <translation>点击查看</translation>
    </message>
</context>
</TS>
