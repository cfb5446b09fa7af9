import { root, tell, withApp } from '../site/boot';

/** Makes the app's empty schema. */
void withApp(root, async () => tell({}));
