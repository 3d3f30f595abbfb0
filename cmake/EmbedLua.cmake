# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Lua scripts stand in files of their own, where editors and luacheck see them, and are compiled in:
# pressboard_embed_lua(target FILE.lua …) makes "lua_texts.h" for the target's own sources, with each
# text as `lua::FILE`.

if(CMAKE_SCRIPT_MODE_FILE)
    set(texts "")
    foreach(file ${FILES})
        get_filename_component(name "${file}" NAME_WE)
        file(READ "${file}" text)
        string(APPEND texts "constexpr char ${name}[] = R\"lua(\n${text})lua\";\n")
    endforeach()
    file(WRITE "${OUTPUT}" "#pragma once\nnamespace pressboard::server::lua {\n${texts}}\n")
    return()
endif()

set(_pressboard_embed_lua "${CMAKE_CURRENT_LIST_FILE}")

function(pressboard_embed_lua target)
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/lua")
    set(files "")
    foreach(file ${ARGN})
        list(APPEND files "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
    endforeach()
    add_custom_command(OUTPUT "${folder}/lua_texts.h"
        COMMAND "${CMAKE_COMMAND}" "-DFILES=${files}" "-DOUTPUT=${folder}/lua_texts.h"
            -P "${_pressboard_embed_lua}"
        DEPENDS ${files} "${_pressboard_embed_lua}"
        VERBATIM)
    set_source_files_properties("${folder}/lua_texts.h" PROPERTIES SKIP_AUTOMOC ON)
    target_sources(${target} PRIVATE "${folder}/lua_texts.h")
    target_include_directories(${target} PRIVATE "${folder}")
endfunction()
