package org.graphgarden.pruner.forge;

/** Why a forge could not be asked, or refused. Each says what to do about it. */
public enum ForgeTrouble {
    /** The token's variable or file is not there. */
    TOKEN_MISSING("set the variable or write the file that prune.forge-token names"),
    /** 401: the forge does not know the token. */
    TOKEN_REFUSED("check prune.forge-token, and whether it has expired"),
    /** 403: it knows it, and it may not do this. */
    NOT_ALLOWED("give the token the rights it needs"),
    /** 404, or a redirect to another host: moved, or hidden from the token. */
    NOT_FOUND("check the repository's address and prune.forge-api, and whether the token may see the repository"),
    /** 400, 409, 422 and the like: what was asked for does not fit what stands there. */
    REFUSED("read the message"),
    /** 429, or 403 with a limit that is used up. */
    RATE_LIMITED("nothing; the next cycle makes up for it"),
    /** Any status from 500. */
    BUSY("nothing, unless it stays; then look at the forge's own status"),
    /** No answer at all. */
    UNREACHABLE("check prune.forge-api, the network and proxies between"),
    /** An answer that is not as the API documents it. */
    UNEXPECTED("check prune.forge and prune.forge-api");

    private final String remedy;

    ForgeTrouble(String remedy) {
        this.remedy = remedy;
    }

    /** What to do about it, as half a sentence. */
    public String remedy() {
        return remedy;
    }
}
