// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"
#include "server/ingest/channels/channels_options.h"
#include "server/jwt/jwt_options.h"
#include "server/listener/listener.h"
#include "server/log/log_options.h"
#include "server/push/hub.h"
#include "server/redis/endpoint.h"
#include "server/robots/robots.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

/// The configuration as the options of each component.
namespace pressboard::server::component_options {

void setUpLogging(const Config &config);
LogOptions log(const Config &config);
HubOptions hub(const Config &config, const QByteArray &instance);
ListenerOptions listener(const Config &config);
redis::Endpoint endpoint(const Config &config);
JwtOptions jwt(const Config &config);
/// Without hosts when another layer is listened to, or none.
ChannelsOptions channels(const Config &config, Channels layer);
RobotsOptions robots(const Config &config);
ReadingRules readingRules(const Config &config);

/// What parsing a single value could not see: certificates that do not fit their key, a Redis
/// URL that is none. Sentences.
QStringList problems(const Config &config);
/// What does not keep the server from starting, since a new one is taken up while it runs: the
/// certificates that nobody believes at `now`. Sentences.
QStringList endedCertificates(const Config &config, Moment now);

/// Whose time counts, in a sentence: a server in another zone than its shop begins the day hours
/// off.
QString shopDay(const Config &config, Moment now);

} // namespace pressboard::server::component_options
