# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# pressboard-server, pressboard and pressboard-doc as .deb, by "cpack": installer/package.sh calls it
# with the version and the time that make a package reproducible.
set(PRESSBOARD_PACKAGE_VERSION "${PROJECT_VERSION}" CACHE STRING "Of the packages; package.sh knows it")
set(PRESSBOARD_PACKAGE_DATE "Thu, 01 Jan 1970 00:00:00 +0000" CACHE STRING "Of their changelog, RFC 2822")
set(maintainer "The Pressboard authors <pressboard@users.noreply.github.com>")

# What only a package has, and "cmake --install" leaves to whoever installs: EXCLUDE_FROM_ALL.
set(staged "${CMAKE_CURRENT_BINARY_DIR}/debian")
configure_file(debian/changelog "${staged}/changelog" @ONLY)
add_custom_command(OUTPUT "${staged}/changelog.gz"
    COMMAND gzip -9nkf changelog
    DEPENDS "${staged}/changelog" WORKING_DIRECTORY "${staged}" VERBATIM)
add_custom_target(debian_changelog ALL DEPENDS "${staged}/changelog.gz")
foreach(part server desktop doc)
    set(package pressboard-${part})
    if(part STREQUAL desktop)
        set(package pressboard)
    endif()
    install(FILES debian/copyright "${staged}/changelog.gz"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${package}" COMPONENT ${part}-debian EXCLUDE_FROM_ALL)
    # One package of both components: what "cmake --install" brings, too, and the package's own.
    string(TOUPPER ${part} upper)
    set(CPACK_COMPONENT_${upper}_GROUP ${part})
    set(CPACK_COMPONENT_${upper}-DEBIAN_GROUP ${part})
endforeach()

# redis-tools has the binary, redis-check-rdb, which is redis-server when it is called that; Debian's
# package redis-server is the service around it, and a second Redis that nobody reads.
file(CREATE_LINK ../../bin/redis-check-rdb "${staged}/redis-server" SYMBOLIC)
install(FILES "${staged}/redis-server"
    DESTINATION "${CMAKE_INSTALL_LIBEXECDIR}/pressboard" COMPONENT server-debian EXCLUDE_FROM_ALL)
configure_file("${PROJECT_SOURCE_DIR}/resources/config/pressboard.toml.example"
    "${staged}/pressboard.toml" COPYONLY)
install(FILES "${staged}/pressboard.toml"
    DESTINATION /etc/pressboard COMPONENT server-debian EXCLUDE_FROM_ALL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME pressboard)
set(CPACK_PACKAGE_VENDOR "The Pressboard authors")
set(CPACK_PACKAGE_CONTACT "${maintainer}")
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/packages")
# With /usr and /etc both, a package is a DESTDIR.
set(CPACK_SET_DESTDIR ON)
set(CPACK_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL server server-debian desktop desktop-debian doc doc-debian)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_PACKAGE_VERSION "${PRESSBOARD_PACKAGE_VERSION}")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME pressboard-server)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION net)
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "redis-tools (>= 5:7.0)")
set(CPACK_DEBIAN_SERVER_PACKAGE_SUGGESTS "pressboard-doc, nginx")
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
    "${CMAKE_CURRENT_LIST_DIR}/conffiles" "${CMAKE_CURRENT_LIST_DIR}/postinst"
    "${CMAKE_CURRENT_LIST_DIR}/prerm" "${CMAKE_CURRENT_LIST_DIR}/postrm")
set(CPACK_DEBIAN_SERVER_DESCRIPTION "server of a print shop's live board
Reads from Redis what a CRM says about a print shop's orders, and pushes it to
every desk and wall screen over WebSockets. It brings a Redis of its own, or
works with one that there is.
.
This package has pressboard-server as a service, and pressboardctl, which
publishes, imports orders, keeps users and says how everything is.")

set(CPACK_DEBIAN_DESKTOP_PACKAGE_NAME pressboard)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_SECTION misc)
# Its own language is Chinese; without such a font it shows boxes.
set(CPACK_DEBIAN_DESKTOP_PACKAGE_DEPENDS
    "fonts-noto-cjk | fonts-wqy-microhei | fonts-wqy-zenhei | fonts-arphic-uming")
set(CPACK_DEBIAN_DESKTOP_PACKAGE_RECOMMENDS "qt6-wayland, libcanberra-pulse | libcanberra-gtk3-0")
set(CPACK_DEBIAN_DESKTOP_PACKAGE_SUGGESTS "gnome-keyring | kwalletmanager, pressboard-doc")
set(CPACK_DEBIAN_DESKTOP_DESCRIPTION "live board of a print shop, for desks and walls
Shows what a print shop works on: what runs, what can be started, what is late,
with a toast when it concerns you. It needs a pressboard-server on the network.
.
A board that cannot be sure says so: it never shows something old as if it were
live.")

set(CPACK_DEBIAN_DOC_PACKAGE_NAME pressboard-doc)
set(CPACK_DEBIAN_DOC_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_DOC_PACKAGE_SECTION doc)
set(CPACK_DEBIAN_DOC_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_DOC_DESCRIPTION "live board of a print shop - documentation
How to install, secure, watch, upgrade and mend Pressboard, how a program
speaks to it, and how it is built, in English and in part in Chinese.")

include(CPack)
foreach(part server desktop doc)
    cpack_add_component_group(${part})
endforeach()
