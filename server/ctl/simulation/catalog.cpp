// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/ctl/simulation/catalog.h"

namespace pressboard::server::simulation {

namespace {

/// "印刷 覆膜 烫金"
QStringList steps(const char *names)
{
    return QString::fromUtf8(names).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

Product product(const char *name, const char *unit, PrintType type, const char *cover,
                const char *content)
{
    return {QString::fromUtf8(name), QString::fromUtf8(unit), type, steps(cover), steps(content)};
}

QStringList names(const char *text)
{
    return steps(text);
}

} // namespace

const QList<Product> &products()
{
    static const QList<Product> all{
        product("《江南纪事》精装书", "册", PrintType::CoverContent, "印刷 覆膜 烫金 压痕",
                "调图 CTP 切纸 印刷 折页 锁线 胶包 打包 送货"),
        product("企业年报", "册", PrintType::CoverContent, "印刷 覆膜 压痕",
                "调图 CTP 切纸 印刷 折页 锁线 胶包 勒口 打包 送货"),
        product("秋季产品画册", "册", PrintType::CoverContent, "印刷 覆膜 烫金",
                "调图 CTP 切纸 印刷 折页 锁线 胶包 夹卡片 打包 送货"),
        product("教师用书", "册", PrintType::CoverContent, "印刷 过油",
                "调图 CTP 切纸 印刷 折页 胶包 打包 送货"),
        product("《山水之间》平装书", "册", PrintType::CoverContent, "印刷 覆膜 压纹",
                "调图 CTP 切纸 印刷 折页 胶包 打包 送货"),
        product("2027 台历", "本", PrintType::CoverContent, "印刷 压痕 模切",
                "调图 CTP 切纸 印刷 配本(塑封) 打包 送货"),
        product("校庆画册", "册", PrintType::CoverContent, "印刷 覆膜 击凸",
                "调图 CTP 切纸 印刷 折页 马订 打包 送货"),
        product("新品折页", "张", PrintType::Content, "", "调图 CTP 切纸 印刷 折页 打包 送货"),
        product("双十二宣传单", "张", PrintType::Content, "", "调图 CTP 切纸 印刷 打包 送货"),
        product("菜单", "本", PrintType::Content, "", "调图 CTP 切纸 印刷 折页 马订 打包 送货"),
        product("礼品盒", "个", PrintType::Cover, "印刷 覆膜 烫金 压纹 模切 外调", ""),
        product("精装封面", "张", PrintType::Cover, "印刷 过油 击凸 模切", ""),
    };
    return all;
}

const QStringList &customers()
{
    static const QStringList all = names(
        "新知书局 远航旅行社 东方出版社 江南丝绸博物馆 明德教育集团 晨光文具 四季酒店管理公司 "
        "启明医药 海棠化妆品有限公司 北辰中学 绿野茶业 华文印务有限公司");
    return all;
}

const QStringList &salespeople()
{
    static const QStringList all = names("赵敏 孙磊 周婷");
    return all;
}

QString operatorFor(const QString &stepName, Dice &dice)
{
    static const QStringList everybody = names("刘洋 陈静 李娜 王芳 张伟 杨帆 吴刚 何丽");
    // Not qHash, which differs from one processor to the next.
    int first = 0;
    for (const QChar letter : stepName)
        first += letter.unicode();
    return everybody.at((first + dice.number(0, 1)) % everybody.size());
}

const QList<Announcement> &announcements()
{
    static const auto one = [](const char *message, const char *level) {
        return Announcement{QString::fromUtf8(message), QString::fromLatin1(level)};
    };
    static const QList<Announcement> all{
        one("今天 19:00 停机检修 2 小时", "warning"),
        one("明天 8:00 全厂盘点，请提前清理机台", "info"),
        one("《江南纪事》样书客户已签字", "success"),
        one("纸库 157 克铜版已到货", "info"),
        one("下午三点消防演练", "info"),
        one("快递提前到 16:30 收件，送货请抓紧", "warning"),
    };
    return all;
}

} // namespace pressboard::server::simulation
